import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import { isConstant, requirePairs } from './require-pairs'

/**
 * Pearson's product-moment correlation of paired values, in [−1, 1]: how closely they follow a straight line. Pearson
 * (1896).
 *
 * @param a finite numbers
 * @param b finite numbers, as many
 * @returns undefined as `too-few-items` with fewer than two pairs, `constant` where one side does not vary
 * @throws RangeError for lists of different length or a value that is not finite
 */
export function pearson(a: ArrayLike<number>, b: ArrayLike<number>): Figure {
  requirePairs(a, b)
  if (a.length < 2) return undefinedBecause('too-few-items')
  if (isConstant(a) || isConstant(b)) return undefinedBecause('constant')
  const first = deviations(a)
  const second = deviations(b)
  let products = 0
  let squares1 = 0
  let squares2 = 0
  for (let i = 0; i < a.length; i += 1) {
    const x = first[i] ?? 0
    const y = second[i] ?? 0
    products += x * y
    squares1 += x * x
    squares2 += y * y
  }
  // Rounding may carry a perfect correlation past its bound.
  return defined(Math.max(-1, Math.min(1, products / (Math.sqrt(squares1) * Math.sqrt(squares2)))))
}

/** Deviations from the mean, in units of the largest, so that no square leaves the range of numbers. */
function deviations(values: ArrayLike<number>): Float64Array {
  const n = values.length
  const own = Float64Array.from(values)
  const mean = own.reduce((sum, value) => sum + value / n, 0)
  const centred = own.map((value) => value - mean)
  const largest = centred.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return centred.map((value) => value / largest)
}
