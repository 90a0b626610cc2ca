import { normalCdf, normalUpper } from '@/lib/stats/distributions/normal-cdf'
import { pFromTails, type Alternative } from './test-outcome'

/**
 * The p of a statistic that is normal under the null hypothesis. With `correction` (½ for counts and rank sums) each
 * tail takes in the statistic itself.
 */
export function normalTest(
  { statistic, mean, deviation }: { statistic: number; mean: number; deviation: number },
  alternative: Alternative,
  correction = 0,
): number {
  const lower = normalCdf((statistic - mean + correction) / deviation)
  const upper = normalUpper((statistic - mean - correction) / deviation)
  return pFromTails({ lower, upper }, alternative)
}
