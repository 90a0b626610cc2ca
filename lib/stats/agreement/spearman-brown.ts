import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'

/**
 * The reliability of the mean of k ratings, given that of one: k r / (1 + (k − 1) r). Spearman (1910), Brown (1910).
 *
 * @param reliability of a single rating, at most 1; a negative one is an estimate of about none
 * @param k how many ratings are averaged, above 0; a fraction asks about fewer
 * @returns at most 1; 'unbounded' for a reliability of −1 / (k − 1) or below, which no mean of k can have
 * @throws RangeError for a reliability above 1 or not finite, or a k that is not positive and finite
 */
export function spearmanBrown(reliability: number, k: number): Figure {
  requireReliability(reliability)
  if (!(k > 0 && k < Infinity)) throw new RangeError(`not a number of ratings: ${k}`)
  const scale = 1 + (k - 1) * reliability
  return scale > 0 ? defined((k * reliability) / scale) : undefinedBecause('unbounded')
}

/**
 * How many ratings have to be averaged for a reliability: the formula above, solved for k. Not rounded: whoever plans
 * takes the next whole number.
 *
 * @param reliability of a single rating
 * @param target reliability of the mean, in (0, 1)
 * @returns k, above 0; 'unbounded' where single ratings have no reliability: no number will do
 * @throws RangeError for any other reliability or target
 */
export function ratingsForReliability(reliability: number, target: number): Figure {
  requireReliability(reliability)
  if (!(target > 0 && target < 1)) throw new RangeError(`not a reliability to aim for: ${target}`)
  if (reliability <= 0) return undefinedBecause('unbounded')
  return defined((target * (1 - reliability)) / (reliability * (1 - target)))
}

function requireReliability(reliability: number): void {
  if (!(reliability <= 1 && reliability > -Infinity))
    throw new RangeError(`not a reliability: ${reliability}`)
}
