import { normalCdf } from '@/lib/stats/distributions/normal-cdf'
import { requireLevel } from '@/lib/stats/distributions/require-parameter'
import { studentTQuantile } from '@/lib/stats/distributions/student-t-quantile'

/**
 * The level to take percentiles at, so that a bootstrap interval of n units reaches the level asked for. Resamples spread
 * too little, by √((n − 1)/n), and their percentiles take the place of z where t belongs. Hesterberg (2015), What
 * teachers should know about the bootstrap, §5.2 (expanded percentile interval). 0.95 becomes 0.9535 for 100 units.
 *
 * @param level in (0, 1)
 * @param n units that are drawn: 2 or more
 * @returns null for fewer units: one says nothing about the others
 * @throws RangeError for a level outside (0, 1)
 */
export function expandedLevel(level: number, n: number): number | null {
  requireLevel('level', level)
  if (n < 2) return null
  const reach = Math.sqrt(n / (n - 1)) * studentTQuantile((1 + level) / 2, n - 1)
  return 2 * normalCdf(reach) - 1
}
