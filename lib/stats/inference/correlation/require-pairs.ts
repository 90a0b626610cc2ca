import { requireFinite } from '@/lib/stats/distributions/require-parameter'

/** @throws RangeError unless both have the same number of values, all finite */
export function requirePairs(a: ArrayLike<number>, b: ArrayLike<number>): void {
  if (a.length !== b.length) throw new RangeError(`not in pairs: ${a.length} values and ${b.length}`)
  for (const values of [a, b])
    for (let i = 0; i < values.length; i += 1) requireFinite('value', values[i] ?? NaN)
}

/** Whether all values are equal; true of none. */
export function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i += 1) if (values[i] !== values[0]) return false
  return true
}
