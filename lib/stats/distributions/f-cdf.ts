import { incompleteBeta } from './incomplete-beta'
import { requireNumber, requirePositive } from './require-parameter'

function tails(x: number, df1: number, df2: number): { lower: number; upper: number } {
  requireNumber('x', x)
  requirePositive('df1', df1)
  requirePositive('df2', df2)
  if (x <= 0) return { lower: 0, upper: 1 }
  if (x === Infinity) return { lower: 1, upper: 0 }
  const ratio = (df1 / df2) * x
  return incompleteBeta({ x: 1 / (1 + 1 / ratio), y: 1 / (1 + ratio) }, df1 / 2, df2 / 2)
}

/**
 * P(F ≤ x) of the F distribution with df1 and df2 degrees of freedom, whole or not. Abramowitz & Stegun (1964), 26.6.2.
 *
 * @throws RangeError for NaN, or unless df1 and df2 are positive and finite
 */
export function fCdf(x: number, df1: number, df2: number): number {
  return tails(x, df1, df2).lower
}

/** P(F > x) of the F distribution, without cancellation. See `fCdf`. */
export function fUpper(x: number, df1: number, df2: number): number {
  return tails(x, df1, df2).upper
}
