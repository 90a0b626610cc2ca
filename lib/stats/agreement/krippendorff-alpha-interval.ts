import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import type { AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { requireRatings } from '@/lib/stats/agreement/table/require-ratings'

/** What α needs of a unit: it adds up over units, so that resampling units costs a weighted sum. */
export type AlphaMoments = {
  /** Pairable values. */
  n: number
  sum: number
  sumOfSquares: number
  /** Squared differences over all ordered pairs of the unit, divided by its number of values − 1. */
  within: number
}

/** The moments of one unit's values; a unit with fewer than two values has nothing to compare and gives null. */
export function alphaMoments(values: readonly number[]): AlphaMoments | null {
  const n = values.length
  if (n < 2) return null
  const sum = values.reduce((total, value) => total + value, 0)
  const sumOfSquares = values.reduce((total, value) => total + value * value, 0)
  return { n, sum, sumOfSquares, within: (2 * (n * sumOfSquares - sum * sum)) / (n - 1) }
}

/**
 * Krippendorff's α for interval data: 1 − observed / expected disagreement, with squared differences. Krippendorff
 * (2011), Computing Krippendorff's Alpha-Reliability. Works on summed moments in closed form, so that the cost is the
 * number of values.
 *
 * @returns α, at most 1; null where it is undefined: no pair of values, or no two values that differ
 */
export function alphaFromMoments({ n, sum, sumOfSquares, within }: AlphaMoments): number | null {
  const expected = (2 * (n * sumOfSquares - sum * sum)) / (n - 1)
  // Rounding leaves a trace where all values are equal.
  if (n < 2 || expected <= 1e-12 * n * sumOfSquares) return null
  return 1 - within / expected
}

function alphaFigure(total: AlphaMoments, ratings: number): Figure {
  if (total.n === 0) return undefinedBecause(ratings === 0 ? 'no-ratings' : 'no-pairs')
  const alpha = alphaFromMoments(total)
  return alpha === null ? undefinedBecause('constant') : defined(alpha)
}

/**
 * Krippendorff's α of ratings on an interval scale; see `alphaFromMoments`. Two passes over the columns, no table.
 *
 * @returns α; 'no-ratings', 'no-pairs' (no item has two), or 'constant'
 * @throws RangeError for what `requireRatings` refuses
 */
export function krippendorffAlphaInterval(ratings: Ratings): Figure {
  requireRatings(ratings)
  const { item, value } = ratings
  const count = new Int32Array(ratings.items)
  for (let i = 0; i < item.length; i += 1) count[item[i] ?? 0] = (count[item[i] ?? 0] ?? 0) + 1
  const firstPairable = item.findIndex((place) => (count[place] ?? 0) > 1)
  // Counted from a value of the data, squares stay small, and equal values leave no trace of rounding.
  const origin = value[firstPairable] ?? 0
  const sum = new Float64Array(ratings.items)
  const squares = new Float64Array(ratings.items)
  for (let i = 0; i < item.length; i += 1) {
    const place = item[i] ?? 0
    const x = (value[i] ?? 0) - origin
    sum[place] = (sum[place] ?? 0) + x
    squares[place] = (squares[place] ?? 0) + x * x
  }
  return alphaFigure(totalMoments({ count, sum, squares }), item.length)
}

type UnitMoments = { count: ArrayLike<number>; sum: Float64Array; squares: Float64Array }

/** The moments of all units together, each unit as often as `times` says. */
function totalMoments({ count, sum, squares }: UnitMoments, times?: ArrayLike<number>): AlphaMoments {
  const total: AlphaMoments = { n: 0, sum: 0, sumOfSquares: 0, within: 0 }
  for (let unit = 0; unit < count.length; unit += 1) {
    const weight = times === undefined ? 1 : (times[unit] ?? 0)
    const n = count[unit] ?? 0
    if (n < 2 || weight === 0) continue
    const s = sum[unit] ?? 0
    const q = squares[unit] ?? 0
    total.n += weight * n
    total.sum += weight * s
    total.sumOfSquares += weight * q
    total.within += (weight * 2 * (n * q - s * s)) / (n - 1)
  }
  return total
}

/** α of the rows of a table, each counted as often as the given times: a bootstrap's inner function. */
export function prepareAlphaInterval(table: AgreementTable): (times: ArrayLike<number>) => Figure {
  const { start, category, values } = table
  const rows = table.times.length
  const origin = values[category[0] ?? 0] ?? 0
  const count = new Int32Array(rows)
  const sum = new Float64Array(rows)
  const squares = new Float64Array(rows)
  for (let row = 0; row < rows; row += 1) {
    for (let entry = start[row] ?? 0; entry < (start[row + 1] ?? 0); entry += 1) {
      const x = (values[category[entry] ?? 0] ?? 0) - origin
      count[row] = (count[row] ?? 0) + 1
      sum[row] = (sum[row] ?? 0) + x
      squares[row] = (squares[row] ?? 0) + x * x
    }
  }
  return (times) => alphaFigure(totalMoments({ count, sum, squares }, times), table.items)
}
