import { meansOf, type Moments } from './moments'
import { inUnit, nothingYet, readingOf, type Looking, type Reading } from './signal'

/**
 * Severity of a rater, grades: the mean distance above the others' mean. It is the bias of the ITU-T P.910 (2022) Annex E
 * model (rating = score + bias + noise) with the others' mean for the score; as ratings of one cell are compared with
 * each other, biases add up to about 0 over raters, as they do there.
 *
 * @param compared moments of `comparisonOf`
 */
export function severityOf(compared: Moments, looking: Looking): Reading {
  if (compared.n === 0) return nothingYet(0)
  const [cells = 1, own = 0, others = 0] = meansOf(compared)
  const value = (own - others) / cells
  return readingOf(compared, { value, gradient: [-value / cells, 1 / cells, -1 / cells] }, looking)
}

/**
 * Inconsistency of a rater, grades: the standard deviation of the rater's own noise, P.910 Annex E. It is what the
 * residuals' variance leaves after the noise of the others' mean is taken off; below 0 it is 0.
 *
 * Where the others are always the same people, a difference in their severity counts as noise of theirs, though it makes
 * no residual vary: the figure is then too low. It is right where raters are mixed over tasks.
 */
export function inconsistencyOf(compared: Moments, looking: Looking): Reading {
  if (compared.n < 2) return nothingYet(compared.n)
  const means = meansOf(compared)
  const cells = means[0] ?? 1
  const [, own = 0, others = 0, product = 0, othersSquare = 0, ownSquare = 0, noise = 0, alone = 0] =
    means.map((mean) => mean / cells)
  const bias = own - others
  const square = ownSquare - 2 * product + othersSquare - noise
  // With one other, half of the squared difference holds half of the squared bias, which is no noise.
  const share = alone / 2 - 1
  const value = square + share * bias * bias
  const ofCells = -square - (alone / 2) * bias * bias - 2 * share * bias * bias
  const gradient = [ofCells, 2 * share * bias, -2 * share * bias, -2, 1, 1, -1, (bias * bias) / 2]
  const perTask = gradient.map((slope) => slope / cells)
  const variance = readingOf(compared, { value, gradient: perTask }, looking)
  return inUnit(variance, (one) => Math.sqrt(Math.max(0, one)))
}
