import { stepAdjusted } from './step-adjusted'

/**
 * p-values adjusted for the false discovery rate under any dependence: those of `benjaminiHochberg` with m replaced by
 * m (1 + ½ + … + 1/m). Benjamini & Yekutieli (2001), theorem 1.3.
 *
 * @param p in [0, 1], one per test of the family
 * @returns in the order of the p given
 * @throws RangeError for a p outside [0, 1]
 */
export function benjaminiYekutieli(p: readonly number[]): number[] {
  const harmonic = p.reduce((sum, _, place) => sum + 1 / (place + 1), 0)
  return stepAdjusted(p, 'up', (rank) => (harmonic * p.length) / rank)
}
