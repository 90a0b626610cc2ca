import { requireProbabilities } from './step-adjusted'

/**
 * Bonferroni-adjusted p-values, min(1, m p): what is below α holds the probability of any false rejection at α under any
 * dependence. `holm` does the same and rejects more. Dunn (1961).
 *
 * @param p in [0, 1], one per test of the family
 * @returns in the order of the p given
 * @throws RangeError for a p outside [0, 1]
 */
export function bonferroni(p: readonly number[]): number[] {
  requireProbabilities(p)
  return p.map((value) => Math.min(1, p.length * value))
}
