/** Values as ranks among the distinct ones. */
export type DenseRanks = {
  /** The rank of each value, from 0; equal values have the same, and the next larger value the next rank. */
  rank: Int32Array
  /** How many values are below each rank; one more entry than there are ranks, which holds the number of values. */
  below: Int32Array
}

/**
 * Ranks without gaps. Sorts once; the cost is n log n, in typed arrays.
 *
 * @param values numbers; −0 equals 0
 * @throws RangeError for NaN, which has no place in an order
 */
export function denseRanks(values: ArrayLike<number>): DenseRanks {
  const n = values.length
  const ascending = Float64Array.from(values).sort()
  // NaN sorts last.
  if (n > 0 && Number.isNaN(ascending[n - 1])) throw new RangeError('a value is not a number')
  let ranks = 0
  const starts = new Int32Array(n + 1)
  const distinct = new Float64Array(n)
  for (let place = 0; place < n; place += 1) {
    const value = ascending[place] ?? 0
    if (place > 0 && value === distinct[ranks - 1]) continue
    distinct[ranks] = value
    starts[ranks] = place
    ranks += 1
  }
  starts[ranks] = n
  const known = distinct.subarray(0, ranks)
  const rank = new Int32Array(n)
  for (let i = 0; i < n; i += 1) rank[i] = placeIn(known, values[i] ?? 0)
  return { rank, below: starts.subarray(0, ranks + 1) }
}

/** Where a value stands in an ascending list that holds it. */
function placeIn(ascending: Float64Array, value: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** How many values have each rank. */
export function rankSizes({ below }: DenseRanks): Int32Array {
  return Int32Array.from(
    { length: below.length - 1 },
    (_, rank) => (below[rank + 1] ?? 0) - (below[rank] ?? 0),
  )
}

/** The positions of the values in ascending order of value; equal values keep their order. A counting sort. */
export function ascendingOrder({ rank, below }: DenseRanks): Int32Array {
  const next = below.slice()
  const order = new Int32Array(rank.length)
  for (let i = 0; i < rank.length; i += 1) {
    const own = rank[i] ?? 0
    const place = next[own] ?? 0
    order[place] = i
    next[own] = place + 1
  }
  return order
}
