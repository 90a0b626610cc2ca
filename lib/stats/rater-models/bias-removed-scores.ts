import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { groupMeans } from '@/lib/stats/descriptive/group-means'
import { meanOpinionScores, type ItemScore } from './mean-opinion-scores'
import { refuseBadRatings } from './valid'

/**
 * Each rater's bias, the mean distance of the rater's ratings from the mean opinion scores of the items rated, and the
 * ratings with it taken away. ITU-T P.913 (2021), 12.4, equations for removing subject bias.
 *
 * The scores that follow have a smaller standard error than plain means; where every rater has rated every item they
 * are the same scores.
 *
 * @returns `bias` of each rater in the units of the ratings, undefined `no-ratings`; `ratings` without it; `items` the
 *   mean opinion scores of those
 * @throws RangeError for a row past the items or raters, or a value that is not finite
 */
export function biasRemovedScores(ratings: Ratings): {
  bias: Figure[]
  ratings: Ratings
  items: ItemScore[]
} {
  refuseBadRatings(ratings)
  const { item, rater, value } = ratings
  const itemMean = groupMeans(item, value, ratings.items).mean
  const distance = value.map((rating, row) => rating - (itemMean[item[row] ?? 0] ?? 0))
  const { count, mean: bias } = groupMeans(rater, distance, ratings.raters)
  const unbiased = {
    ...ratings,
    value: value.map((rating, row) => rating - (bias[rater[row] ?? 0] ?? 0)),
  }
  return {
    bias: Array.from(count, (n, at) => (n > 0 ? defined(bias[at] ?? 0) : undefinedBecause('no-ratings'))),
    ratings: unbiased,
    items: meanOpinionScores(unbiased),
  }
}
