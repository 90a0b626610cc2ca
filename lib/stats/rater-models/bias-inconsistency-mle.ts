import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { biasInconsistency, type FitOptions, type NoFit, type RaterScore } from './bias-inconsistency'
import { groupMeans } from '@/lib/stats/descriptive/group-means'
import { itemScore, type ItemScore } from './mean-opinion-scores'

export type RaterScoreWithError = RaterScore & { biasSe: Figure; inconsistencySe: Figure }

export type BiasInconsistencyMle =
  | {
      reason: null
      items: ItemScore[]
      raters: RaterScoreWithError[]
      /** Of all ratings at the estimates, in nats. */
      logLikelihood: number
      iterations: number
      converged: boolean
    }
  | NoFit

/**
 * The model of {@link annexE} with the standard errors of maximum likelihood, from the curvature of the likelihood in
 * each parameter alone: 1 / √(Σ 1 / inconsistency²) over the item's raters for a score, inconsistency / √n for a bias
 * and inconsistency / √(2 n) for an inconsistency. Li & Bampis (2017), Recover subjective quality scores from noisy
 * measurements, equations (11) to (14) without content ambiguity.
 *
 * Where score and bias explain every rating the likelihood is unbounded, and all raters are named. The errors hold where all items are equally hard to rate, and are the same for all items with the same raters.
 *
 * @throws RangeError for a row past the items or raters, or a value that is not finite
 */
export function biasInconsistencyMle(ratings: Ratings, options: FitOptions = {}): BiasInconsistencyMle {
  const fit = biasInconsistency(ratings, options)
  if (fit.reason !== null) return fit
  const { used, projection } = fit
  if (projection.exact) return { reason: 'unbounded', raters: [...new Set(used.rater)].sort((a, b) => a - b) }
  const precision = new Float64Array(used.items)
  for (let row = 0; row < used.value.length; row += 1) {
    const of = used.item[row] ?? 0
    precision[of] = (precision[of] ?? 0) + 1 / (projection.inconsistency[used.rater[row] ?? 0] ?? 0) ** 2
  }
  const { count } = groupMeans(used.item, used.value, used.items)
  return {
    reason: null,
    items: Array.from(count, (n, of) =>
      itemScore({ n, score: projection.score[of] ?? 0, se: 1 / Math.sqrt(precision[of] ?? 0) }),
    ),
    raters: fit.raters.map(withErrors),
    logLikelihood: logLikelihood(fit.raters),
    iterations: projection.iterations,
    converged: projection.converged,
  }
}

function withErrors(rater: RaterScore): RaterScoreWithError {
  const { n, inconsistency } = rater
  const over = (divisor: number): Figure =>
    inconsistency.reason === null
      ? defined(inconsistency.value / divisor)
      : undefinedBecause(inconsistency.reason)
  return { ...rater, biasSe: over(Math.sqrt(n)), inconsistencySe: over(Math.sqrt(2 * n)) }
}

/** Σ over ratings of log φ: at the maximum, the squares left over of each rater are n · inconsistency². */
function logLikelihood(raters: readonly RaterScore[]): number {
  return raters.reduce((sum, { n, inconsistency }) => {
    if (inconsistency.value === null) return sum
    return sum - n * (Math.log(inconsistency.value) + (Math.log(2 * Math.PI) + 1) / 2)
  }, 0)
}
