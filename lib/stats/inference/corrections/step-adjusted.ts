import { ascendingOrder, denseRanks } from '@/lib/stats/descriptive/dense-ranks'
import { requireProbability } from '@/lib/stats/distributions/require-parameter'

/** @throws RangeError for a p outside [0, 1] */
export function requireProbabilities(p: readonly number[]): void {
  for (const value of p) requireProbability('p', value)
}

/**
 * Adjusted p-values of a stepwise procedure: the factor of each rank times its p, at most 1, made monotone. `down` goes
 * from the smallest p upwards and keeps the largest so far, `up` from the largest downwards and keeps the smallest.
 *
 * @param factor of the rank-th smallest p, ranks from 1
 * @returns in the order of the p given
 * @throws RangeError for a p outside [0, 1]
 */
export function stepAdjusted(
  p: readonly number[],
  direction: 'down' | 'up',
  factor: (rank: number) => number,
): number[] {
  requireProbabilities(p)
  const adjusted = p.map(() => 1)
  const steps = Array.from(ascendingOrder(denseRanks(p)), (index, place) => ({ index, rank: place + 1 }))
  let bound = direction === 'down' ? 0 : 1
  for (const { index, rank } of direction === 'down' ? steps : steps.toReversed()) {
    const scaled = Math.min(1, factor(rank) * (p[index] ?? 1))
    bound = direction === 'down' ? Math.max(bound, scaled) : Math.min(bound, scaled)
    adjusted[index] = bound
  }
  return adjusted
}
