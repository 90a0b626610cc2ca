import { betaQuantile } from '@/lib/stats/distributions/beta-quantile'
import { requireShare } from './require-share'

/**
 * The exact interval of a proportion: all p that neither one-sided binomial test at (1 − level)/2 would reject. It covers
 * with at least the level, often more. Clopper & Pearson (1934); by beta quantiles as in Brown, Cai & DasGupta (2001),
 * §4.2.1. Without a trial it is [0, 1].
 *
 * @param successes from 0 to n
 * @param n trials
 * @param level in (0, 1)
 * @throws RangeError for other counts or levels
 */
export function clopperPearsonInterval(
  successes: number,
  n: number,
  level = 0.95,
): [low: number, high: number] {
  requireShare(successes, n, level)
  const outside = (1 - level) / 2
  const failures = n - successes
  return [
    successes === 0 ? 0 : betaQuantile(outside, successes, failures + 1),
    failures === 0 ? 1 : 1 - betaQuantile(outside, failures, successes + 1),
  ]
}
