import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import { pearson } from '@/lib/stats/inference/correlation/pearson'
import { spearman } from '@/lib/stats/inference/correlation/spearman'
import type { Ratings } from '@/lib/stats/ratings'
import { groupSums } from '@/lib/stats/descriptive/group-means'
import { sortRows } from './sort-rows'
import { refuseBadRatings } from './valid'

/** How one rater stands to the mean of the others, over the items that others rated too. */
export type AgainstOthers = {
  /** Ratings of the rater, and those of them on items that another rater rated. */
  n: number
  overlap: number
  /** Mean distance above the others' mean, in the units of the ratings; undefined `no-pairs` without overlap. */
  bias: Figure
  /** Mean of the distances without sign, same units; undefined `no-pairs`. */
  meanAbsoluteDifference: Figure
  /** −1 … 1; undefined `too-few-items` or `constant`. */
  pearson: Figure
  spearman: Figure
}

/**
 * Each rater against the mean of the others' ratings of the same item: leave one rater out, so that a rater is not
 * compared with the rater's own share of the mean.
 *
 * Where items have few raters the others' mean is unsure, and the differences and correlations are worse than they
 * would be against the truth.
 *
 * @param options.grain means of others that differ by less than this, in units of the largest rating, take one rank;
 *   1e-12. With 0 they are ranked as computed, from correctly rounded totals, and rounding parts some that are equal
 * @returns one entry for each rater, in order
 * @throws RangeError for a row past the items or raters, a value that is not finite, and a rater who rated an item twice
 */
export function leaveOneOut(ratings: Ratings, options: { grain?: number } = {}): AgainstOthers[] {
  refuseBadRatings(ratings)
  const { items, raters, item, rater, value } = ratings
  const { count, sum } = groupSums(item, value, items)
  const largest = value.reduce((most, rating) => Math.max(most, Math.abs(rating)), 0)
  const grain = (options.grain ?? 1e-12) * largest
  const { start, row } = sortRows(rater, raters)
  const lastRater = new Int32Array(items).fill(-1)
  return Array.from({ length: raters }, (_, by) => {
    const given = row.subarray(start[by], start[by + 1])
    for (const at of given) {
      const of = item[at] ?? 0
      if (lastRater[of] === by) throw new RangeError(`rater ${by} rated item ${of} twice`)
      lastRater[of] = by
    }
    const shared = given.filter((at) => (count[item[at] ?? 0] ?? 0) > 1)
    const own = Float64Array.from(shared, (at) => value[at] ?? 0)
    const others = Float64Array.from(shared, (at) => {
      const of = item[at] ?? 0
      const mean = ((sum[of] ?? 0) - (value[at] ?? 0)) / ((count[of] ?? 0) - 1)
      return grain > 0 ? Math.round(mean / grain) * grain : mean
    })
    return { n: given.length, overlap: shared.length, ...compared(own, others) }
  })
}

function compared(own: Float64Array, others: Float64Array) {
  const meanOf = (figure: (difference: number) => number): Figure =>
    own.length === 0
      ? undefinedBecause('no-pairs')
      : defined(own.reduce((sum, value, at) => sum + figure(value - (others[at] ?? 0)), 0) / own.length)
  return {
    bias: meanOf((difference) => difference),
    meanAbsoluteDifference: meanOf(Math.abs),
    pearson: pearson(own, others),
    spearman: spearman(own, others),
  }
}
