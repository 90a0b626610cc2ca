import { denseRanks } from './dense-ranks'

/**
 * Ranks from 1 in ascending order; equal values share the mean of their ranks. Kendall (1945), The Treatment of Ties in
 * Ranking Problems.
 *
 * @param values finite numbers
 * @returns the rank of each value, in the order of the values
 * @throws RangeError for NaN, which has no place in an order
 */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const { rank, below } = denseRanks(values)
  return new Float64Array(rank).map((own) => ((below[own] ?? 0) + (below[own + 1] ?? 0) + 1) / 2)
}
