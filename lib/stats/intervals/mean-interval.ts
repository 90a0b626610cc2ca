import { mean } from '@/lib/stats/descriptive/mean'
import { standardDeviation } from '@/lib/stats/descriptive/variance'
import { requireFinite, requireLevel } from '@/lib/stats/distributions/require-parameter'
import { studentTQuantile } from '@/lib/stats/distributions/student-t-quantile'

/**
 * Student's (1908) interval of a mean, x̄ ± t s/√n with n − 1 degrees of freedom, in the unit of the values. The values
 * must be independent: pass one mean per item, not its single ratings.
 *
 * @param values finite numbers
 * @param level in (0, 1)
 * @returns null with fewer than two values, whose spread cannot be told
 * @throws RangeError for other values or levels
 */
export function meanInterval(values: readonly number[], level = 0.95): [low: number, high: number] | null {
  requireLevel('level', level)
  for (const value of values) requireFinite('value', value)
  const n = values.length
  if (n < 2) return null
  const centre = mean(values)
  const half = studentTQuantile((1 + level) / 2, n - 1) * (standardDeviation(values) / Math.sqrt(n))
  return [centre - half, centre + half]
}
