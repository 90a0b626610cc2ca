import { concordance } from './concordance'
import { normalTest } from '@/lib/stats/inference/normal-test'
import { requirePairs } from './require-pairs'
import { untestable, type Alternative, type TestOutcome } from '@/lib/stats/inference/test-outcome'

/**
 * Is Kendall's τ zero? The surplus S of concordant over discordant pairs (`statistic`) is normal under independence, with
 * the variance that holds with ties: Kendall (1970), eq. 4.4. One test for τ-b and τ-c; good from some ten pairs.
 *
 * @param a finite numbers
 * @param b finite numbers, as many
 * @returns undefined as `too-few-items` with fewer than two pairs of values, `constant` where one side does not vary
 * @throws RangeError for lists of different length or a value that is not finite
 */
export function kendallTest(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { alternative = 'two-sided' }: { alternative?: Alternative } = {},
): TestOutcome {
  requirePairs(a, b)
  const n = a.length
  if (n < 2) return untestable(n, 'too-few-items')
  const { surplus, groupsA, groupsB } = concordance(a, b)
  if (groupsA.length === 1 || groupsB.length === 1) return untestable(n, 'constant')
  const over = (groups: Int32Array, term: (size: number) => number) =>
    groups.reduce((sum, size) => sum + term(size), 0)
  const both = (term: (size: number) => number) => over(groupsA, term) * over(groupsB, term)
  const spread = (size: number) => size * (size - 1) * (2 * size + 5)
  const inPairs = (size: number) => size * (size - 1)
  const inTriples = (size: number) => size * (size - 1) * (size - 2)
  const variance =
    (spread(n) - over(groupsA, spread) - over(groupsB, spread)) / 18 +
    both(inPairs) / (2 * inPairs(n)) +
    (n > 2 ? both(inTriples) / (9 * inTriples(n)) : 0)
  const p = normalTest({ statistic: surplus, mean: 0, deviation: Math.sqrt(variance) }, alternative)
  return { statistic: surplus, p, n, method: 'normal', reason: null }
}
