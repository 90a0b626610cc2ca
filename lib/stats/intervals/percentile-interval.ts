import { percentile } from '@/lib/stats/descriptive/percentile'

/**
 * Percentile interval of a bootstrapped figure: its (1 − level)/2 and (1 + level)/2 percentiles over the resamples in
 * which it is defined. NaN marks a resample in which it is not. Where it is undefined in more than half of them, the
 * rest says too little and there is no interval: null.
 *
 * @param samples one value per resample
 * @param level in (0, 1)
 */
export function percentileInterval(samples: Float64Array, level = 0.95): [low: number, high: number] | null {
  const ascending = samples.filter((value) => !Number.isNaN(value)).sort()
  if (ascending.length === 0 || ascending.length * 2 < samples.length) return null
  return [percentile(ascending, (1 - level) / 2), percentile(ascending, (1 + level) / 2)]
}
