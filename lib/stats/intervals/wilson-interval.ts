import { normalQuantile } from '@/lib/stats/distributions/normal-quantile'
import { requireShare } from './require-share'

/**
 * Wilson's score interval of a proportion: all p that a two-sided score test would not reject. Wilson (1927); Brown, Cai
 * & DasGupta (2001), eq. 4. Without a trial it is [0, 1].
 *
 * @param successes from 0 to n; not necessarily whole: a tie may count as half a win
 * @param n trials
 * @param level in (0, 1)
 * @throws RangeError for other counts or levels
 */
export function wilsonInterval(successes: number, n: number, level = 0.95): [low: number, high: number] {
  requireShare(successes, n, level)
  if (n === 0) return [0, 1]
  const z = normalQuantile((1 + level) / 2)
  const centre = (successes + (z * z) / 2) / (n + z * z)
  const half = (z / (n + z * z)) * Math.sqrt((successes * (n - successes)) / n + (z * z) / 4)
  return [successes === 0 ? 0 : Math.max(0, centre - half), successes === n ? 1 : Math.min(1, centre + half)]
}
