import { stepAdjusted } from './step-adjusted'

/**
 * p-values adjusted for the false discovery rate: of the tests below q, a share of at most q is expected to be false, for
 * independent and for positively dependent tests. The rank-th smallest p is multiplied by m / rank, going up. Benjamini
 * & Hochberg (1995).
 *
 * @param p in [0, 1], one per test of the family
 * @returns in the order of the p given
 * @throws RangeError for a p outside [0, 1]
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  return stepAdjusted(p, 'up', (rank) => p.length / rank)
}
