import { normalQuantile } from '@/lib/stats/distributions/normal-quantile'
import { requireShare } from './require-share'

/**
 * The normal interval of a proportion, p̂ ± z √(p̂(1 − p̂)/n), cut to [0, 1]: for comparison with what others report. It
 * covers badly near 0 and 1, where it has no width (Brown, Cai & DasGupta 2001, §2); prefer `wilsonInterval`. Without a
 * trial it is [0, 1].
 *
 * @param successes from 0 to n
 * @param n trials
 * @param level in (0, 1)
 * @throws RangeError for other counts or levels
 */
export function waldInterval(successes: number, n: number, level = 0.95): [low: number, high: number] {
  requireShare(successes, n, level)
  if (n === 0) return [0, 1]
  const share = successes / n
  const half = normalQuantile((1 + level) / 2) * Math.sqrt((share * (1 - share)) / n)
  return [Math.max(0, share - half), Math.min(1, share + half)]
}
