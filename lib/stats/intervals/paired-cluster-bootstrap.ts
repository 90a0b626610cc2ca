import type { Figure } from '@/lib/stats/figure'
import { resampleCounts } from '@/lib/stats/random/resample-counts'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { requireCount } from '@/lib/stats/distributions/require-parameter'
import { bcaInterval } from './bca-interval'
import { expandedLevel } from './expanded-level'
import { percentileInterval } from './percentile-interval'

/** A figure of clusters of which cluster c is taken `times[c]` times. */
export type ClusterStatistic = (times: ArrayLike<number>) => Figure

export type PairedClusterBootstrap = {
  /** How many clusters there are, say prompts: all that belongs to a cluster is drawn together. */
  clusters: number
  /** The two statistics of which first − second is asked. */
  first: ClusterStatistic
  second: ClusterStatistic
  resamples: number
  seed: number
  level?: number
  method?: 'percentile' | 'bca'
}

export type PairedClusterBootstrapResult = {
  /** first − second over the data themselves, or why there is none. */
  difference: Figure
  /** Null where there is no difference, or where the method gives no interval. */
  interval: [low: number, high: number] | null
  /** first − second in each resample; NaN where one of them is undefined. */
  samples: Float64Array
}

/**
 * How sure the difference of two statistics over the same clusters is: both are computed from the same resampled
 * clusters, so that what makes a cluster easy or hard for both cancels out. Davison & Hinkley (1997), §3.8, clusters as
 * the units drawn; Koehn (2004) for paired systems; at a level that allows for their number (`expandedLevel`). Resample r draws from stream r of the seed. Fewer than some thirty
 * clusters give intervals that are too short.
 *
 * @throws RangeError for counts that are none, or another seed or level
 */
export function pairedClusterBootstrap({
  clusters,
  resamples,
  seed,
  level = 0.95,
  method = 'percentile',
  ...statistics
}: PairedClusterBootstrap): PairedClusterBootstrapResult {
  requireCount('clusters', clusters)
  requireCount('resamples', resamples)
  const once = new Int32Array(clusters).fill(1)
  const difference = differenceOf(statistics, once)
  const counts = new Int32Array(clusters)
  const samples = Float64Array.from(
    { length: resamples },
    (_, resample) =>
      differenceOf(statistics, resampleCounts(counts, seededRandom(seed, resample))).value ?? NaN,
  )
  const expanded = expandedLevel(level, clusters)
  if (difference.value === null || expanded === null) return { difference, interval: null, samples }
  if (method === 'percentile') return { difference, interval: percentileInterval(samples, expanded), samples }
  const jackknife = leaveOneOut(once, (times) => differenceOf(statistics, times).value ?? NaN)
  return {
    difference,
    interval: bcaInterval(samples, { estimate: difference.value, jackknife, level: expanded }),
    samples,
  }
}

type Statistics = { first: ClusterStatistic; second: ClusterStatistic }

function differenceOf({ first, second }: Statistics, times: ArrayLike<number>): Figure {
  const one = first(times)
  if (one.value === null) return one
  const other = second(times)
  return other.value === null ? other : { value: one.value - other.value, reason: null }
}

/** The figure without each cluster in turn. */
function leaveOneOut(times: Int32Array, figure: (times: Int32Array) => number): Float64Array {
  return Float64Array.from(times, (taken, cluster) => {
    times[cluster] = 0
    const without = figure(times)
    times[cluster] = taken
    return without
  })
}
