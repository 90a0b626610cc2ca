import { normalQuantile } from '@/lib/stats/distributions/normal-quantile'
import { requireShare } from './require-share'

/**
 * The interval of a proportion by adding z²/2 successes and z²/2 failures, cut to [0, 1]. Agresti & Coull (1998); Brown,
 * Cai & DasGupta (2001), eq. 5. Without a trial it is [0, 1].
 *
 * @param successes from 0 to n
 * @param n trials
 * @param level in (0, 1)
 * @throws RangeError for other counts or levels
 */
export function agrestiCoullInterval(
  successes: number,
  n: number,
  level = 0.95,
): [low: number, high: number] {
  requireShare(successes, n, level)
  const z = normalQuantile((1 + level) / 2)
  const trials = n + z * z
  const share = (successes + (z * z) / 2) / trials
  const half = z * Math.sqrt((share * (1 - share)) / trials)
  return [Math.max(0, share - half), Math.min(1, share + half)]
}
