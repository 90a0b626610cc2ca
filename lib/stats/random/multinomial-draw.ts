import { binomialDraw } from './binomial-draw'
import type { Random } from './seeded-random'

export type Multinomial = {
  /** How many draws are shared out: a count, 0 or more. */
  total: number
  /** One weight per cell, 0 or more, in any unit: a cell's probability is its share of their sum. */
  probabilities: ArrayLike<number>
}

/**
 * A draw from the multinomial distribution: how many of `total` draws fell on each cell. Cell by cell, each binomial
 * given what is left (Davis 1993, The computer generation of multinomial random variates); exact, and with whole
 * weights free of rounding in what is left. This is a bootstrap resample of rows of which many are equal: the weights
 * are how often each row stands. Fills and returns `counts`.
 *
 * @throws RangeError where a weight is negative or not finite, or none is positive though there is something to draw
 */
export function multinomialDraw(
  counts: Float64Array,
  { total, probabilities }: Multinomial,
  random: Random,
): Float64Array {
  let weightLeft = 0
  let last = -1
  for (let cell = 0; cell < counts.length; cell += 1) {
    const weight = probabilities[cell] ?? 0
    if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`not a weight: ${weight}`)
    weightLeft += weight
    if (weight > 0) last = cell
  }
  if (last < 0 && total > 0) throw new RangeError('no cell has a positive weight')
  let left = total
  for (let cell = 0; cell < counts.length; cell += 1) {
    const weight = probabilities[cell] ?? 0
    if (left === 0 || weight === 0) counts[cell] = 0
    else if (cell === last) counts[cell] = left
    else counts[cell] = binomialDraw(left, weight < weightLeft ? weight / weightLeft : 1, random)
    left -= counts[cell] ?? 0
    weightLeft -= weight
  }
  return counts
}
