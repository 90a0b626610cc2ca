import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { groupMeans } from '@/lib/stats/descriptive/group-means'
import { refuseBadRatings } from './valid'

/** Which raters the screening rejects, and by which figures; one entry for each rater. */
export type Screening = {
  rejected: boolean[]
  /** Share of the rater's ratings that stand outside, (P + Q) / n, 0 … 1; undefined `no-ratings`. */
  outsideShare: Figure[]
  /** |P − Q| / (P + Q), 0 … 1: 1 where all stand outside on one side. Undefined `constant` where none does. */
  asymmetry: Figure[]
}

const MOST_OUTSIDE = 0.05
const LEAST_ASYMMETRY = 0.3
/** A rating exactly at the limit is outside, whichever way its deviation was rounded. */
const ROUNDING = 1e-12

/**
 * Screening of observers by ITU-R BT.500-13 (2012), Annex 2, 2.3.1. A rating stands outside its item where it is 2
 * standard deviations (√20 where the item's ratings are not near normal, that is their kurtosis is not in 2 … 4) or
 * more away from the item's mean: P counts those above, Q those below. Rejected is who stands outside in more than 5 %
 * of the ratings and to both sides alike, |P − Q| / (P + Q) < 0.3: erratic, rather than lenient or severe.
 *
 * Deviations and kurtosis are those of the population (n). By the letter, an item whose ratings are all equal has every
 * rating at 0 deviations, and so outside to both sides: it adds one to P and to Q of each of its raters. `unanimous:
 * 'skipped'` lets such items put no one outside.
 *
 * Fewer than five ratings cannot put one 2 deviations away, so screening asks for many raters on each item. The share
 * is taken of the ratings that the rater gave, which is the recommendation's where each rater has rated everything.
 *
 * @param options.unanimous what items do whose ratings are all equal: `counted` (default, by the letter) or `skipped`
 * @throws RangeError for a row past the items or raters, or a value that is not finite
 */
export function bt500Screening(
  ratings: Ratings,
  options: { unanimous?: 'counted' | 'skipped' } = {},
): Screening {
  refuseBadRatings(ratings)
  const { raters, item, rater, value } = ratings
  const { mean, reach } = itemReach(ratings, options.unanimous === 'skipped')
  const given = new Int32Array(raters)
  const above = new Int32Array(raters)
  const below = new Int32Array(raters)
  for (let row = 0; row < value.length; row += 1) {
    const by = rater[row] ?? 0
    const distance = (value[row] ?? 0) - (mean[item[row] ?? 0] ?? 0)
    const limit = reach[item[row] ?? 0] ?? 0
    given[by] = (given[by] ?? 0) + 1
    if (distance >= limit) above[by] = (above[by] ?? 0) + 1
    if (distance <= -limit) below[by] = (below[by] ?? 0) + 1
  }
  const outsideShare = Array.from(given, (n, by) =>
    n > 0 ? defined(((above[by] ?? 0) + (below[by] ?? 0)) / n) : undefinedBecause('no-ratings'),
  )
  const asymmetry = Array.from(above, (high, by) => {
    const low = below[by] ?? 0
    return high + low > 0 ? defined(Math.abs(high - low) / (high + low)) : undefinedBecause('constant')
  })
  const rejected = outsideShare.map(
    (share, by) => (share.value ?? 0) > MOST_OUTSIDE && (asymmetry[by]?.value ?? 1) < LEAST_ASYMMETRY,
  )
  return { rejected, outsideShare, asymmetry }
}

/** Mean of each item's ratings, and the distance from it at which a rating stands outside: −∞ for any distance. */
function itemReach(
  { items, item, value }: Ratings,
  skipUnanimous: boolean,
): { mean: Float64Array; reach: Float64Array } {
  const { count, mean } = groupMeans(item, value, items)
  const second = new Float64Array(items)
  const fourth = new Float64Array(items)
  for (let row = 0; row < value.length; row += 1) {
    const of = item[row] ?? 0
    const square = ((value[row] ?? 0) - (mean[of] ?? 0)) ** 2
    second[of] = (second[of] ?? 0) + square
    fourth[of] = (fourth[of] ?? 0) + square * square
  }
  const reach = second.map((squares, of) => {
    const variance = squares / (count[of] ?? 1)
    // Rounding leaves a trace of spread where all ratings are equal.
    if (!(variance > 1e-24 * (1 + (mean[of] ?? 0) ** 2)))
      return skipUnanimous ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
    const kurtosis = (fourth[of] ?? 0) / (count[of] ?? 1) / variance ** 2
    return (1 - ROUNDING) * Math.sqrt(variance * (kurtosis >= 2 && kurtosis <= 4 ? 4 : 20))
  })
  return { mean, reach }
}
