import type { Random } from './seeded-random'

/**
 * One bootstrap resample (Efron 1979) as counts: how often each of the items was drawn, with replacement, as many draws
 * as there are items. Fills and returns `counts`, so that a thousand resamples need one array.
 */
export function resampleCounts(counts: Int32Array, random: Random): Int32Array {
  const items = counts.length
  counts.fill(0)
  for (let draw = 0; draw < items; draw += 1) {
    const item = Math.floor((random() / 2 ** 32) * items)
    counts[item] = (counts[item] ?? 0) + 1
  }
  return counts
}
