import { stepAdjusted } from './step-adjusted'

/**
 * Holm-adjusted p-values: what is below α holds the probability of any false rejection in the family at α, under any
 * dependence of the tests. The rank-th smallest p is multiplied by m − rank + 1, going down. Holm (1979).
 *
 * @param p in [0, 1], one per test of the family
 * @returns in the order of the p given
 * @throws RangeError for a p outside [0, 1]
 */
export function holm(p: readonly number[]): number[] {
  return stepAdjusted(p, 'down', (rank) => p.length - rank + 1)
}
