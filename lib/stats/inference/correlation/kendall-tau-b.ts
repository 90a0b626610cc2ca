import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import { concordance, tiedPairs } from './concordance'
import { requirePairs } from './require-pairs'

/**
 * Kendall's τ-b, in [−1, 1]: concordant minus discordant pairs, over the geometric mean of the pairs that each side does
 * not tie. Kendall (1945), The Treatment of Ties in Ranking Problems. Costs n log n.
 *
 * @param a finite numbers
 * @param b finite numbers, as many
 * @returns undefined as `too-few-items` with fewer than two pairs of values, `constant` where one side does not vary
 * @throws RangeError for lists of different length or a value that is not finite
 */
export function kendallTauB(a: ArrayLike<number>, b: ArrayLike<number>): Figure {
  requirePairs(a, b)
  if (a.length < 2) return undefinedBecause('too-few-items')
  const { pairs, surplus, groupsA, groupsB } = concordance(a, b)
  if (groupsA.length === 1 || groupsB.length === 1) return undefinedBecause('constant')
  const tau = surplus / (Math.sqrt(pairs - tiedPairs(groupsA)) * Math.sqrt(pairs - tiedPairs(groupsB)))
  // Rounding may carry a perfect correlation past its bound.
  return defined(Math.max(-1, Math.min(1, tau)))
}
