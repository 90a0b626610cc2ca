import { percentileInterval } from '@/lib/stats/intervals/percentile-interval'

/**
 * Rank range of each of M candidates from bootstrapped scores over the same resamples: the best rank is 1 + those surely
 * above, the worst M − those surely below. A is surely above B where the interval of the differences A − B lies above 0.
 *
 * @param samples one row of resampled scores per candidate, higher is better; NaN where a resample leaves a score open
 */
export function rankRanges(samples: readonly Float64Array[], level = 0.95): [best: number, worst: number][] {
  const above = samples.map(() => 0)
  const below = samples.map(() => 0)
  samples.forEach((one, first) => {
    for (const [second, other] of samples.entries()) {
      if (second <= first) continue
      const interval = percentileInterval(
        one.map((score, resample) => score - (other[resample] ?? Number.NaN)),
        level,
      )
      if (!interval || (interval[0] <= 0 && interval[1] >= 0)) continue
      const [winner, loser] = interval[0] > 0 ? [first, second] : [second, first]
      above[loser] = (above[loser] ?? 0) + 1
      below[winner] = (below[winner] ?? 0) + 1
    }
  })
  return samples.map((_, index) => [1 + (above[index] ?? 0), samples.length - (below[index] ?? 0)])
}
