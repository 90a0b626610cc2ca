import { percentile } from '@/lib/stats/descriptive/percentile'
import { normalCdf } from '@/lib/stats/distributions/normal-cdf'
import { normalQuantile } from '@/lib/stats/distributions/normal-quantile'
import { requireLevel } from '@/lib/stats/distributions/require-parameter'

export type BcaInput = {
  /** The figure of the data themselves. */
  estimate: number
  /** The figure without each unit in turn; NaN where it is undefined then. */
  jackknife: ArrayLike<number>
  /** How many units each value of the jackknife stands for; one where nothing is given. */
  times?: ArrayLike<number>
  level?: number
}

/**
 * The bias-corrected and accelerated bootstrap interval: percentiles moved by the bias of the resamples (their share
 * below the estimate, equal ones half) and by the change of the standard error with the figure (skewness of the
 * jackknife). Efron (1987), Better Bootstrap Confidence Intervals; Efron & Tibshirani (1993), eqs. 14.9–14.15.
 *
 * @param samples the figure in each resample; NaN where it is undefined
 * @returns null where most resamples leave the figure open, where all fall on one side of the estimate, or where the
 *   acceleration is so strong that a limit does not exist
 * @throws RangeError for a level outside (0, 1)
 */
export function bcaInterval(
  samples: Float64Array,
  { estimate, jackknife, times, level = 0.95 }: BcaInput,
): [low: number, high: number] | null {
  requireLevel('level', level)
  const ascending = samples.filter((value) => !Number.isNaN(value)).sort()
  if (ascending.length === 0 || ascending.length * 2 < samples.length) return null
  if (ascending[0] === estimate && ascending.at(-1) === estimate) return [estimate, estimate]
  const below = ascending.reduce(
    (sum, value) => sum + (value < estimate ? 1 : value === estimate ? 0.5 : 0),
    0,
  )
  if (below === 0 || below === ascending.length) return null
  const bias = normalQuantile(below / ascending.length)
  const acceleration = jackknifeAcceleration(jackknife, times)
  const limit = (probability: number) => {
    const moved = bias + normalQuantile(probability)
    const stretch = 1 - acceleration * moved
    return stretch <= 0 ? null : percentile(ascending, normalCdf(bias + moved / stretch))
  }
  const low = limit((1 - level) / 2)
  const high = limit((1 + level) / 2)
  return low === null || high === null ? null : [low, high]
}

/** Σ d³ / 6 (Σ d²)^{3/2} of the deviations d = mean − value; 0 where the jackknife does not vary. */
export function jackknifeAcceleration(jackknife: ArrayLike<number>, times?: ArrayLike<number>): number {
  const weight = (unit: number) => (Number.isNaN(jackknife[unit]) ? 0 : times ? (times[unit] ?? 0) : 1)
  const total = (term: (unit: number) => number) => {
    let sum = 0
    for (let unit = 0; unit < jackknife.length; unit += 1)
      if (weight(unit) > 0) sum += weight(unit) * term(unit)
    return sum
  }
  const mean = total((unit) => jackknife[unit] ?? 0) / total(() => 1)
  const deviation = (unit: number) => mean - (jackknife[unit] ?? 0)
  const squares = total((unit) => deviation(unit) ** 2)
  return squares > 0 ? total((unit) => deviation(unit) ** 3) / (6 * squares ** 1.5) : 0
}
