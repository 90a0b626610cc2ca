import { ascendingOrder, denseRanks } from '@/lib/stats/descriptive/dense-ranks'
import { requireProbabilities } from './step-adjusted'

/**
 * Hommel-adjusted p-values: the closed procedure of Simes tests, which rejects more than `holm` for independent and for
 * positively dependent tests. Hommel (1988); by the algorithm of Wright (1992), appendix. Costs m².
 *
 * @param p in [0, 1], one per test of the family
 * @returns in the order of the p given
 * @throws RangeError for a p outside [0, 1]
 */
export function hommel(p: readonly number[]): number[] {
  requireProbabilities(p)
  const order = ascendingOrder(denseRanks(p))
  const m = p.length
  const sorted = Float64Array.from(order, (index) => p[index] ?? 1)
  const adjusted = sorted.slice()
  for (let size = m; size >= 2; size -= 1) {
    // The Simes p of the `size` − 1 largest, once with each of the others.
    let simes = 1
    for (let rank = 2; rank <= size; rank += 1) {
      simes = Math.min(simes, (size * (sorted[m - size + rank - 1] ?? 1)) / rank)
    }
    for (let place = 0; place < m; place += 1) {
      const atLeast = place <= m - size ? Math.min(simes, size * (sorted[place] ?? 1)) : simes
      adjusted[place] = Math.max(adjusted[place] ?? 0, atLeast)
    }
  }
  const inOrder = p.map(() => 1)
  order.forEach((index, place) => (inOrder[index] = adjusted[place] ?? 1))
  return inOrder
}
