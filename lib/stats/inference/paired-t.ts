import { mean } from '@/lib/stats/descriptive/mean'
import { standardDeviation } from '@/lib/stats/descriptive/variance'
import { requireFinite } from '@/lib/stats/distributions/require-parameter'
import { studentTCdf, studentTUpper } from '@/lib/stats/distributions/student-t-cdf'
import { isConstant } from '@/lib/stats/inference/correlation/require-pairs'
import { pFromTails, untestable, type Alternative, type TestOutcome } from './test-outcome'

/**
 * Student's (1908) t test of paired differences: is their mean zero? `statistic` is t = d̄ / (s/√n), with `df` = n − 1
 * degrees of freedom. Zeros stay in. Differences that are all equal, and not zero, have the statistic ±∞ and p = 0 (or 1).
 *
 * @param differences finite numbers, one per pair
 * @returns undefined as `too-few-items` with fewer than two differences, `constant` where all are zero
 * @throws RangeError for a difference that is not finite
 */
export function pairedT(
  differences: readonly number[],
  { alternative = 'two-sided' }: { alternative?: Alternative } = {},
): TestOutcome<{ df: number }> {
  for (const difference of differences) requireFinite('difference', difference)
  const n = differences.length
  if (n < 2) return untestable(n, 'too-few-items')
  if (differences.every((difference) => difference === 0)) return untestable(n, 'constant')
  const df = n - 1
  // Rounding leaves a trace of spread where all are equal.
  const spread = isConstant(differences) ? 0 : standardDeviation(differences)
  const statistic = mean(differences) / (spread / Math.sqrt(n))
  const tails = { lower: studentTCdf(statistic, df), upper: studentTUpper(statistic, df) }
  return { statistic, p: pFromTails(tails, alternative), n, df, method: 't', reason: null }
}
