import { defined, undefinedBecause } from '@/lib/stats/figure'
import type { ClusterStatistic } from './paired-cluster-bootstrap'

/**
 * The mean of all values of the clusters drawn, prepared for resampling: Σ times · sum / Σ times · count, so that a
 * resample costs the number of clusters.
 *
 * @param cluster the cluster of each value, from 0
 * @param value finite numbers, as many as clusters are named
 * @param clusters how many clusters there are
 * @returns a statistic; undefined as `no-ratings` where no drawn cluster has a value
 * @throws RangeError for a cluster that there is not
 */
export function clusterMean(
  cluster: ArrayLike<number>,
  value: ArrayLike<number>,
  clusters: number,
): ClusterStatistic {
  const sums = new Float64Array(clusters)
  const counts = new Float64Array(clusters)
  for (let i = 0; i < value.length; i += 1) {
    const place = cluster[i] ?? -1
    if (!(place >= 0 && place < clusters)) throw new RangeError(`value ${i} names no cluster: ${place}`)
    sums[place] = (sums[place] ?? 0) + (value[i] ?? 0)
    counts[place] = (counts[place] ?? 0) + 1
  }
  return (times) => {
    let sum = 0
    let count = 0
    for (let place = 0; place < clusters; place += 1) {
      sum += (times[place] ?? 0) * (sums[place] ?? 0)
      count += (times[place] ?? 0) * (counts[place] ?? 0)
    }
    return count > 0 ? defined(sum / count) : undefinedBecause('no-ratings')
  }
}
