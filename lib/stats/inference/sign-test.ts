import { binomialCdf, binomialUpper } from '@/lib/stats/distributions/binomial-cdf'
import { pFromTails, untestable, withoutZeros, type Alternative, type TestOutcome } from './test-outcome'

/**
 * The sign test (Arbuthnot 1710): are positive and negative differences equally likely? Zeros are dropped; p is exact
 * binomial. `statistic` counts the positive differences, `n` all that are left. Conover (1999), §3.4.
 *
 * @param differences finite numbers, one per pair; only their signs matter
 * @returns undefined as `too-few-items` without a difference, `constant` where all are zero
 * @throws RangeError for a difference that is not finite
 */
export function signTest(
  differences: ArrayLike<number>,
  { alternative = 'two-sided' }: { alternative?: Alternative } = {},
): TestOutcome {
  const values = withoutZeros(differences)
  const n = values.length
  if (n === 0) return untestable(0, differences.length === 0 ? 'too-few-items' : 'constant')
  const statistic = values.filter((value) => value > 0).length
  const tails = { lower: binomialCdf(statistic, n, 0.5), upper: binomialUpper(statistic - 1, n, 0.5) }
  return { statistic, p: pFromTails(tails, alternative), n, method: 'exact', reason: null }
}
