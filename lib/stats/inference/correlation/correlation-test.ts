import { studentTCdf, studentTUpper } from '@/lib/stats/distributions/student-t-cdf'
import { requireCount } from '@/lib/stats/distributions/require-parameter'
import {
  pFromTails,
  untestable,
  type Alternative,
  type TestOutcome,
} from '@/lib/stats/inference/test-outcome'

/**
 * Is a correlation zero? t = r √((n − 2)/(1 − r²)) with `df` = n − 2 degrees of freedom: exact for Pearson's r of normal
 * values, an approximation for Spearman's, good from some ten pairs (Hollander & Wolfe 1999, §8.5). A perfect correlation
 * has the statistic ±∞ and p = 0.
 *
 * @param r in [−1, 1]
 * @param n pairs
 * @returns undefined as `too-few-items` with fewer than three pairs
 * @throws RangeError for another r or n
 */
export function correlationTest(
  r: number,
  n: number,
  { alternative = 'two-sided' }: { alternative?: Alternative } = {},
): TestOutcome<{ df: number }> {
  if (!(r >= -1 && r <= 1)) throw new RangeError(`not a correlation: ${r}`)
  requireCount('n', n)
  if (n < 3) return untestable(n, 'too-few-items')
  const df = n - 2
  const statistic = r * Math.sqrt(df / ((1 - r) * (1 + r)))
  const tails = { lower: studentTCdf(statistic, df), upper: studentTUpper(statistic, df) }
  return { statistic, p: pFromTails(tails, alternative), n, df, method: 't', reason: null }
}
