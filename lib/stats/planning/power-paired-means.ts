import { noncentralTCdf, noncentralTUpper } from '@/lib/stats/distributions/noncentral-t-cdf'
import { requireCount, requireFinite, requireLevel } from '@/lib/stats/distributions/require-parameter'
import { studentTQuantile } from '@/lib/stats/distributions/student-t-quantile'
import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import type { Alternative } from '@/lib/stats/inference/test-outcome'
import { smallestCount } from './smallest-count'

/** How a planned test decides. */
export type PlannedTest = {
  /** Significance level inside 0 and 1: how often it finds what is not there. 0.05 where nothing is given. */
  alpha?: number
  /** Two-sided where nothing is given. */
  alternative?: Alternative
}

type PairedMeans = PlannedTest & {
  /** Mean of the differences divided by their standard deviation (Cohen's d_z); may be negative. */
  effect: number
}

/**
 * Power of the paired t test: how likely n differences are to show an effect. Exact for normal differences: under the
 * effect, t is noncentral with n − 1 degrees of freedom and noncentrality effect · √n. Two-sided, a significant
 * difference in the wrong direction counts too. Cohen (1988), §2.3; Owen (1968).
 *
 * @param n differences, a count
 * @returns in [0, 1]; undefined as `too-few-items` with fewer than 2 differences
 * @throws RangeError for an effect that is not finite, an alpha outside (0, 1), or n that is no count
 */
export function powerPairedMeans({ n, ...test }: PairedMeans & { n: number }): Figure {
  requireCount('n', n)
  check(test)
  return n < 2 ? undefinedBecause('too-few-items') : defined(powerOf(test, n))
}

function powerOf({ effect, alpha = 0.05, alternative }: PairedMeans, n: number): number {
  const df = n - 1
  const noncentrality = effect * Math.sqrt(n)
  const share = alternative === 'greater' || alternative === 'less' ? alpha : alpha / 2
  const critical = -studentTQuantile(share, df)
  const above = alternative === 'less' ? 0 : noncentralTUpper(critical, df, noncentrality)
  const below = alternative === 'greater' ? 0 : noncentralTCdf(-critical, df, noncentrality)
  return Math.min(1, above + below)
}

/**
 * The fewest differences with which the paired t test reaches a power. See `powerPairedMeans`.
 *
 * @param power inside alpha and 1
 * @returns 2 or more; undefined as `unbounded` where the effect is 0 or contrary to the alternative, so that no sample
 *   shows it
 * @throws RangeError for an alpha outside (0, 1), a power outside (alpha, 1), an effect that is not finite, or one so small
 *   that 10⁹ differences are too few
 */
export function sampleSizePairedMeans({ power, ...test }: PairedMeans & { power: number }): Figure {
  check(test)
  requirePower(power, test)
  if (!isSought(test.effect, test)) return undefinedBecause('unbounded')
  const n = smallestCount((count) => powerOf(test, count) >= power, { first: 2, most: 1e9 })
  if (n === null) throw new RangeError(`the effect is too small for any sample: ${test.effect}`)
  return defined(n)
}

/** Whether a test looks for a deviation in this direction; for 0, and in the other direction, no sample is large enough. */
export function isSought(deviation: number, { alternative }: PlannedTest): boolean {
  if (alternative === 'greater') return deviation > 0
  return alternative === 'less' ? deviation < 0 : deviation !== 0
}

/** @throws RangeError unless the power lies inside alpha, which is reached without any deviation, and 1 */
export function requirePower(power: number, { alpha = 0.05 }: PlannedTest): void {
  if (!(power > alpha && power < 1)) throw new RangeError(`power must lie inside ${alpha} and 1: ${power}`)
}

function check({ effect, alpha = 0.05 }: PairedMeans): void {
  requireFinite('effect', effect)
  requireLevel('alpha', alpha)
}
