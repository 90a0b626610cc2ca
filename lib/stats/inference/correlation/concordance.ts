import { ascendingOrder, denseRanks, rankSizes } from '@/lib/stats/descriptive/dense-ranks'

/** What Kendall's coefficients are made of. */
export type Concordance = {
  /** All pairs of observations, n(n − 1)/2. */
  pairs: number
  /** Concordant minus discordant pairs. */
  surplus: number
  /** The sizes of the groups of equal values of each side; single values are groups of one. */
  groupsA: Int32Array
  groupsB: Int32Array
}

/** Pairs inside groups of equal values. */
export const tiedPairs = (groups: Int32Array) =>
  groups.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)

/**
 * Counts pairs by Knight's (1966) algorithm: in ascending order of a, discordant pairs are the exchanges that sort b.
 * Costs n log n.
 *
 * @param a finite numbers
 * @param b finite numbers, as many
 */
export function concordance(a: ArrayLike<number>, b: ArrayLike<number>): Concordance {
  const n = a.length
  const pairs = (n * (n - 1)) / 2
  const ranksA = denseRanks(a)
  const ranksB = denseRanks(b)
  const groupsA = rankSizes(ranksA)
  const groupsB = rankSizes(ranksB)
  // In ascending order of a, and of b where a is equal: such pairs need no exchange.
  const both = denseRanks(
    new Float64Array(ranksA.rank).map((rankA, i) => rankA * groupsB.length + (ranksB.rank[i] ?? 0)),
  )
  const bInOrderOfA = new Float64Array(ascendingOrder(both)).map((index) => ranksB.rank[index] ?? 0)
  const untied = pairs - tiedPairs(groupsA) - tiedPairs(groupsB) + tiedPairs(rankSizes(both))
  return { pairs, surplus: untied - 2 * exchanges(bInOrderOfA), groupsA, groupsB }
}

/** How many exchanges of neighbours sort the values: merge sort, bottom up. */
function exchanges(values: Float64Array): number {
  let from = values.slice()
  let to = values.slice()
  let count = 0
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length)
      const end = Math.min(start + 2 * width, values.length)
      let left = start
      let right = middle
      for (let place = start; place < end; place += 1) {
        if (right >= end || (left < middle && (from[left] ?? 0) <= (from[right] ?? 0))) {
          to[place] = from[left] ?? 0
          left += 1
        } else {
          to[place] = from[right] ?? 0
          right += 1
          count += middle - left
        }
      }
    }
    ;[from, to] = [to, from]
  }
  return count
}
