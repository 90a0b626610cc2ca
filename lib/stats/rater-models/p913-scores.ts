import type { Figure } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { biasRemovedScores } from './bias-removed-scores'
import { bt500Screening, type Screening } from './bt500-screening'
import { meanOpinionScores, type ItemScore } from './mean-opinion-scores'
import { withoutRaters } from './without-raters'

/**
 * Scores by ITU-T P.913 (2021), 12.4: each rater's bias is taken away, then the raters whom BT.500 screening rejects on
 * what is left are left out, and the rest is averaged.
 *
 * @returns `bias` of each rater, before any is rejected; `screening`; `items` the scores of the raters kept
 * @throws RangeError for a row past the items or raters, or a value that is not finite
 */
export function p913Scores(ratings: Ratings): { bias: Figure[]; screening: Screening; items: ItemScore[] } {
  const unbiased = biasRemovedScores(ratings)
  const screening = bt500Screening(unbiased.ratings)
  const items = meanOpinionScores(withoutRaters(unbiased.ratings, screening.rejected))
  return { bias: unbiased.bias, screening, items }
}
