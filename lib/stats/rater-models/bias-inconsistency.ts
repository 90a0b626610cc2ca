import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { alternatingProjection, type Projection } from './alternating-projection'
import { groupMeans } from '@/lib/stats/descriptive/group-means'
import { raterComponents } from './rater-components'
import { refuseBadRatings } from './valid'
import { withoutRaters } from './without-raters'

/** What the model says about a rater; undefined `no-ratings` or, for a rater with one rating, `too-few-items`. */
export type RaterScore = {
  n: number
  /** How much higher than the others the rater rates, in the units of the ratings; the mean over raters is 0. */
  bias: Figure
  /** Standard deviation of what score and bias leave over, at least 0, same units. */
  inconsistency: Figure
}

/** Why there is no fit. */
export type NoFit =
  | { reason: 'no-ratings' | 'too-few-raters' | 'no-pairs' }
  /** The likelihood has no maximum: it grows while the named raters' inconsistency goes to 0. */
  | { reason: 'unbounded'; raters: number[] }
  /** Groups of raters that share no item: their biases cannot be told from their items' scores. */
  | { reason: 'disconnected'; components: number[][] }

export type FitOptions = {
  /** The fit is at rest when no score moves by more than this times the ratings' standard deviation; 1e-9. */
  tolerance?: number
  /** 1000 */
  maxIterations?: number
}

/** A fit, and the ratings that it rests on: those of raters with two ratings or more. */
export type RestingFit = { reason: null; used: Ratings; projection: Projection; raters: RaterScore[] }

/**
 * The fit of the bias and inconsistency model, or the reason why there is none. A rater with one rating is left out by
 * name: bias alone would explain that rating, and an inconsistency of 0 would outweigh all other raters.
 *
 * @throws RangeError for a row past the items or raters, or a value that is not finite
 */
export function biasInconsistency(ratings: Ratings, options: FitOptions): RestingFit | NoFit {
  refuseBadRatings(ratings)
  if (ratings.value.length === 0) return { reason: 'no-ratings' }
  const given = groupMeans(ratings.rater, ratings.value, ratings.raters).count
  const used = withoutRaters(
    ratings,
    Array.from(given, (n) => n < 2),
  )
  const components = raterComponents(used)
  if (components.flat().length < 2) return { reason: 'too-few-raters' }
  const most = groupMeans(used.item, used.value, used.items).count.reduce((a, b) => Math.max(a, b), 0)
  if (most < 2) return { reason: 'no-pairs' }
  if (components.length > 1) return { reason: 'disconnected', components }
  const { tolerance = 1e-9, maxIterations = 1000 } = options
  const projection = alternatingProjection(used, { tolerance, maxIterations })
  if (projection.collapsed.length > 0) return { reason: 'unbounded', raters: projection.collapsed }
  const raters = Array.from(given, (n, by): RaterScore => {
    if (n < 2) {
      const none = undefinedBecause(n === 0 ? 'no-ratings' : 'too-few-items')
      return { n, bias: none, inconsistency: none }
    }
    return {
      n,
      bias: defined(projection.bias[by] ?? 0),
      inconsistency: defined(projection.inconsistency[by] ?? 0),
    }
  })
  return { reason: null, used, projection, raters }
}
