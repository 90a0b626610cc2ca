import { midRanks } from '@/lib/stats/descriptive/mid-ranks'
import type { Figure } from '@/lib/stats/figure'
import { pearson } from './pearson'
import { requirePairs } from './require-pairs'

/**
 * Spearman's (1904) rank correlation, in [−1, 1]: Pearson's correlation of the mid-ranks, right with ties.
 *
 * @param a finite numbers
 * @param b finite numbers, as many
 * @returns undefined as `too-few-items` with fewer than two pairs, `constant` where one side does not vary
 * @throws RangeError for lists of different length or a value that is not finite
 */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): Figure {
  requirePairs(a, b)
  return pearson(midRanks(a), midRanks(b))
}
