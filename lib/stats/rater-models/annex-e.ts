import type { Ratings } from '@/lib/stats/ratings'
import {
  biasInconsistency,
  type FitOptions,
  type NoFit,
  type RaterScore,
  type RestingFit,
} from './bias-inconsistency'
import { groupMeans } from '@/lib/stats/descriptive/group-means'
import { itemScore, type ItemScore } from './mean-opinion-scores'

export type AnnexE =
  | {
      reason: null
      items: ItemScore[]
      raters: RaterScore[]
      iterations: number
      /** False where the fit did not come to rest: the figures are those of its last step. */
      converged: boolean
    }
  | NoFit

/**
 * Scores that allow for each rater's bias and inconsistency: rating = score + bias + noise, the noise of a rater normal
 * with the rater's own spread; raters weigh by 1 / inconsistency². ITU-T P.910 (2022), Annex E, alternating projection;
 * Li, Bampis, Krasula, Janowski & Katsavounidis (2020), A simple model for subject behavior in subjective experiments.
 *
 * The standard error of a score is the standard deviation (n) of what score and bias leave over on the item, divided by
 * √n: it holds where items differ in how hard they are to rate.
 *
 * The likelihood always has a pole where one rater's ratings are the scores and that rater's inconsistency is 0; the fit
 * is a maximum away from it. The inconsistency of a rater who holds much of an item's weight comes out too small, which
 * adds weight: with three or four raters on an item there often is no other maximum (`unbounded`), and two raters on
 * every item weigh the same. Items with one rating count as perfect agreement; leave them out beforehand.
 *
 * @throws RangeError for a row past the items or raters, or a value that is not finite
 */
export function annexE(ratings: Ratings, options: FitOptions = {}): AnnexE {
  const fit = biasInconsistency(ratings, options)
  if (fit.reason !== null) return fit
  const { iterations, converged } = fit.projection
  return { reason: null, items: itemScores(fit), raters: fit.raters, iterations, converged }
}

function itemScores({ used, projection: { score, bias } }: RestingFit): ItemScore[] {
  const unbiased = used.value.map((value, row) => value - (bias[used.rater[row] ?? 0] ?? 0))
  const { count, mean } = groupMeans(used.item, unbiased, used.items)
  const squares = new Float64Array(used.items)
  for (let row = 0; row < unbiased.length; row += 1) {
    const of = used.item[row] ?? 0
    squares[of] = (squares[of] ?? 0) + ((unbiased[row] ?? 0) - (mean[of] ?? 0)) ** 2
  }
  return Array.from(count, (n, of) =>
    itemScore({ n, score: score[of] ?? 0, se: Math.sqrt((squares[of] ?? 0) / n / n) }),
  )
}
