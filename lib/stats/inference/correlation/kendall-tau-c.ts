import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import { concordance } from './concordance'
import { requirePairs } from './require-pairs'

/**
 * Kendall's τ-c, in [−1, 1]: concordant minus discordant pairs over the most that a table with m values on its shorter
 * side allows, n² (m − 1) / 2m. For scales of different lengths, where τ-b cannot reach 1. Stuart (1953).
 *
 * @param a finite numbers
 * @param b finite numbers, as many
 * @returns undefined as `too-few-items` with fewer than two pairs of values, `constant` where one side does not vary
 * @throws RangeError for lists of different length or a value that is not finite
 */
export function kendallTauC(a: ArrayLike<number>, b: ArrayLike<number>): Figure {
  requirePairs(a, b)
  const n = a.length
  if (n < 2) return undefinedBecause('too-few-items')
  const { surplus, groupsA, groupsB } = concordance(a, b)
  const shorter = Math.min(groupsA.length, groupsB.length)
  if (shorter === 1) return undefinedBecause('constant')
  return defined((2 * surplus * shorter) / (n * n * (shorter - 1)))
}
