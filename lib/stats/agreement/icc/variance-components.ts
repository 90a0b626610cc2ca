import type { Undefined } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { agreementTable, type AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { solveThree } from './solve-three'
import { prepareTwoWaySums, type TwoWaySums } from './two-way-sums'

/** Variances in squared units of the ratings. An estimate may be negative where the truth is about 0. */
export type VarianceComponents = { item: number; rater: number; residual: number }

/**
 * Variance components of y = mean + item + rater + residual, all but the mean random, for any pattern of missing
 * ratings: Henderson's method 1 (1953), which sets four sums of squares equal to their expectations. Searle, Casella &
 * McCulloch (1992), Variance Components, ch. 5.3. Unbiased, one pass, and where the table is complete the same as
 * analysis of variance, and as REML where no estimate is negative. It takes it that who rates what does not depend on
 * the ratings; with few ratings per item REML is more precise.
 *
 * @returns 'no-ratings', 'too-few-raters', 'too-few-items', 'constant', or 'no-pairs' where the three cannot be told
 *   apart, as with one rating per item
 * @throws RangeError for what `requireRatings` refuses
 */
export function varianceComponents(ratings: Ratings): VarianceComponents | Undefined {
  const table = agreementTable(ratings, { keepRaters: true })
  return prepareVarianceComponents(table)(table.times)
}

/** Components over the rows of a table that keeps raters, each counted as often as the given times. */
export function prepareVarianceComponents(
  table: AgreementTable,
): (times: ArrayLike<number>) => VarianceComponents | Undefined {
  const sumsOf = prepareTwoWaySums(table)
  const range = (table.values.at(-1) ?? 0) - (table.values[0] ?? 0)
  return (times) => {
    const sums = sumsOf(times)
    if (sums.ratings === 0) return 'no-ratings'
    if (sums.raters < 2) return 'too-few-raters'
    if (sums.items < 2) return 'too-few-items'
    // Less than this is a trace of rounding.
    if (sums.total <= 1e-26 * sums.ratings * range ** 2) return 'constant'
    return fromExpectations(sums)
  }
}

/** Each sum of squares has the expectation of its row, in item, rater and residual variance. */
function fromExpectations(sums: TwoWaySums): VarianceComponents | Undefined {
  const { ratings: n, items, raters, total, byItem, byRater } = sums
  const sameItem = sums.itemSquares / n
  const sameRater = sums.raterSquares / n
  const solution = solveThree([
    [n - sameItem, items - sameRater, items - 1, byItem],
    [raters - sameItem, n - sameRater, raters - 1, byRater],
    [n - sameItem, n - sameRater, n - 1, total],
  ])
  if (solution === null) return 'no-pairs'
  const [item, rater, residual] = solution
  return { item, rater, residual }
}
