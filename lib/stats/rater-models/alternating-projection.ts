import type { Ratings } from '@/lib/stats/ratings'
import { groupMeans } from '@/lib/stats/descriptive/group-means'

/** Parameters of the model rating = score of the item + bias of the rater + noise, noise ~ N(0, inconsistency²). */
export type Projection = {
  score: Float64Array
  bias: Float64Array
  inconsistency: Float64Array
  /** Raters on whom the likelihood grows without bound: one becomes the scores, and its inconsistency 0. */
  collapsed: number[]
  /** Score and bias explain every rating: all raters weigh the same. */
  exact: boolean
  iterations: number
  converged: boolean
}

/** A rater this much more consistent than all raters are together is on the way to 0. */
const COLLAPSED = 1e-5

/**
 * Maximises the likelihood of the bias and inconsistency model by turns (ITU-T P.910 (2022), Annex E, E.2): each
 * rater's inconsistency from what is left over, the scores as means weighted by 1 / inconsistency², the biases as mean
 * distances from the scores; starts from the mean opinion scores. Bias is told apart from score by the mean bias over
 * raters, which is 0.
 *
 * @param options.tolerance at rest when no score moves by more than this times the ratings' standard deviation
 */
export function alternatingProjection(
  ratings: Ratings,
  options: { tolerance: number; maxIterations: number },
): Projection {
  const { items, raters, item, rater, value } = ratings
  const start = groupMeans(item, value, items)
  const given = groupMeans(rater, value, raters).count
  const { spread, rounding } = scaleOf(value)
  const fit: Projection = {
    score: start.mean,
    bias: meanDistance(ratings, start.mean, given),
    inconsistency: new Float64Array(raters),
    collapsed: [],
    exact: false,
    iterations: 0,
    converged: false,
  }
  while (!fit.converged && fit.iterations < options.maxIterations) {
    const { deviation, pooled } = leftOver(ratings, fit, given)
    fit.exact = pooled <= rounding
    fit.inconsistency = deviation
    fit.collapsed = fit.exact ? [] : raterNumbers(given, (by) => (deviation[by] ?? 0) < COLLAPSED * pooled)
    if (fit.collapsed.length > 0) break
    const before = fit.score
    fit.score = weightedScores(ratings, fit)
    fit.bias = meanDistance(ratings, fit.score, given)
    fit.iterations += 1
    const moved = fit.score.reduce(
      (most, score, at) => Math.max(most, Math.abs(score - (before[at] ?? 0))),
      0,
    )
    fit.converged = moved <= options.tolerance * spread + rounding
  }
  return centred(fit, given, start.count)
}

const raterNumbers = (given: Int32Array, holds: (by: number) => boolean): number[] =>
  Array.from(given.keys()).filter((by) => (given[by] ?? 0) > 0 && holds(by))

/** Standard deviation of all ratings, and what rounding may leave of differences that are none. */
function scaleOf(value: Float64Array): { spread: number; rounding: number } {
  const mean = value.reduce((sum, rating) => sum + rating, 0) / value.length
  const spread = Math.sqrt(value.reduce((sum, rating) => sum + (rating - mean) ** 2, 0) / value.length)
  return { spread, rounding: 1e-13 * value.reduce((most, rating) => Math.max(most, Math.abs(rating)), 0) }
}

/** Root mean square of what score and bias leave over, of each rater and of all ratings. */
function leftOver({ raters, item, rater, value }: Ratings, fit: Projection, given: Int32Array) {
  const squares = new Float64Array(raters)
  let all = 0
  for (let row = 0; row < value.length; row += 1) {
    const by = rater[row] ?? 0
    const residual = (value[row] ?? 0) - (fit.score[item[row] ?? 0] ?? 0) - (fit.bias[by] ?? 0)
    squares[by] = (squares[by] ?? 0) + residual * residual
    all += residual * residual
  }
  return {
    deviation: squares.map((sum, by) => Math.sqrt(sum / Math.max(1, given[by] ?? 0))),
    pooled: Math.sqrt(all / value.length),
  }
}

function weightedScores({ items, item, rater, value }: Ratings, fit: Projection): Float64Array {
  const weight = fit.inconsistency.map((deviation) => (fit.exact ? 1 : 1 / deviation ** 2))
  const sum = new Float64Array(items)
  const weights = new Float64Array(items)
  for (let row = 0; row < value.length; row += 1) {
    const of = item[row] ?? 0
    const by = rater[row] ?? 0
    const share = weight[by] ?? 0
    sum[of] = (sum[of] ?? 0) + share * ((value[row] ?? 0) - (fit.bias[by] ?? 0))
    weights[of] = (weights[of] ?? 0) + share
  }
  return sum.map((total, of) => (weights[of] === 0 ? 0 : total / (weights[of] ?? 1)))
}

function meanDistance({ item, rater, value }: Ratings, score: Float64Array, given: Int32Array): Float64Array {
  const sum = new Float64Array(given.length)
  for (let row = 0; row < value.length; row += 1) {
    const by = rater[row] ?? 0
    sum[by] = (sum[by] ?? 0) + (value[row] ?? 0) - (score[item[row] ?? 0] ?? 0)
  }
  return sum.map((total, by) => total / Math.max(1, given[by] ?? 0))
}

/** Moves what all raters' biases have in common into the scores. */
function centred(fit: Projection, given: Int32Array, rated: Int32Array): Projection {
  const present = raterNumbers(given, () => true)
  const common = present.reduce((sum, by) => sum + (fit.bias[by] ?? 0), 0) / present.length
  return {
    ...fit,
    bias: fit.bias.map((bias, by) => ((given[by] ?? 0) > 0 ? bias - common : 0)),
    score: fit.score.map((score, of) => ((rated[of] ?? 0) > 0 ? score + common : 0)),
  }
}
