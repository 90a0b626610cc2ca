import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import type { AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { pairableMargins } from '@/lib/stats/agreement/table/pairable-margins'
import { totalDistance } from '@/lib/stats/agreement/table/total-distance'

/**
 * Krippendorff's α at the ordinal level. The distance of two categories is what lies between them, half of each
 * included: that is the difference of their mid-ranks among all pairable values, so that ordinal α is interval α of
 * mid-ranks. The ranks change with every resample; see `krippendorffAlpha` for the rest.
 */
export function prepareAlphaOrdinal(table: AgreementTable): (times: ArrayLike<number>) => Figure {
  const { start, category } = table
  const marginsOf = pairableMargins(table)
  const ranks = new Float64Array(table.values.length)
  return (times) => {
    const { n, counts } = marginsOf(times)
    if (n === 0) return undefinedBecause(table.items === 0 ? 'no-ratings' : 'no-pairs')
    centredMidRanks(counts, n, ranks)
    let observed = 0
    for (let row = 0; row < start.length - 1; row += 1) {
      const weight = times[row] ?? 0
      const from = start[row] ?? 0
      const size = (start[row + 1] ?? 0) - from
      if (size < 2 || weight === 0) continue
      let sum = 0
      let squares = 0
      for (let entry = from; entry < from + size; entry += 1) {
        const rank = ranks[category[entry] ?? 0] ?? 0
        sum += rank
        squares += rank * rank
      }
      observed += (weight * 2 * (size * squares - sum * sum)) / (size - 1)
    }
    const expected = totalDistance('squared', { values: ranks, counts }) / (n - 1)
    return expected > 0 ? defined(1 - observed / expected) : undefinedBecause('constant')
  }
}

/** Mid-ranks less their mean, (n + 1) / 2, which is exact in halves. */
function centredMidRanks(counts: Float64Array, n: number, ranks: Float64Array): void {
  let below = 0
  for (let place = 0; place < counts.length; place += 1) {
    const count = counts[place] ?? 0
    ranks[place] = below + count / 2 - n / 2
    below += count
  }
}
