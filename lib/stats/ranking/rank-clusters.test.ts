import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holm } from '@/lib/stats/inference/corrections/holm'
import { rankClusters } from './rank-clusters'

/** One-sided p of all pairs from those that are sure, [above, below]; 0.5 for the rest. */
function pairs(groups: number, sure: readonly [number, number][], p = 0.001): number[][] {
  const beats = Array.from({ length: groups }, () => Array.from({ length: groups }, () => 0.5))
  for (const [above, below] of sure) {
    beats[above]?.splice(below, 1, p)
    beats[below]?.splice(above, 1, 1 - p)
  }
  return beats
}

test('a boundary lies where each group above beats each below', () => {
  const sure: [number, number][] = [
    [2, 0],
    [2, 1],
    [3, 0],
    [3, 1],
    [0, 1],
  ]
  expect(rankClusters({ order: [3, 2, 0, 1], beats: pairs(4, sure) })).toEqual({
    wins: [1, 0, 2, 2],
    clusters: [[3, 2], [0], [1]],
  })
})

test('a pair that is not sure joins all that stands between the two', () => {
  const sure: [number, number][] = [
    [0, 1],
    [1, 2],
    [0, 3],
    [1, 3],
    [2, 3],
  ]
  const found = rankClusters({ order: [0, 1, 2, 3], beats: pairs(4, sure) })
  expect(found.clusters).toEqual([[0, 1, 2], [3]])
  expect(found.wins).toEqual([2, 2, 1, 0])
})

test('wins are uncorrected, boundaries are corrected over all pairs', () => {
  const sure: [number, number][] = [
    [0, 1],
    [0, 2],
  ]
  const twice = rankClusters({ order: [0, 1, 2], beats: pairs(3, sure, 0.02) })
  expect(twice).toEqual({ wins: [2, 0, 0], clusters: [[0, 1, 2]] })
  const surely = rankClusters({ order: [0, 1, 2], beats: pairs(3, sure, 0.016) })
  expect(surely).toEqual({ wins: [2, 0, 0], clusters: [[0], [1, 2]] })
})

test('a p of exactly alpha is no win', () => {
  const found = rankClusters({ order: [0, 1], beats: pairs(2, [[0, 1]], 0.05) })
  expect(found).toEqual({ wins: [0, 0], clusters: [[0, 1]] })
})

test('a pair that cannot be tested is not won', () => {
  const beats = [
    [null, null],
    [null, null],
  ]
  expect(rankClusters({ order: [1, 0], beats })).toEqual({ wins: [0, 0], clusters: [[1, 0]] })
})

test('one group is one cluster, and no group none', () => {
  expect(rankClusters({ order: [0], beats: [[null]] })).toEqual({ wins: [0], clusters: [[0]] })
  expect(rankClusters({ order: [], beats: [] })).toEqual({ wins: [], clusters: [] })
})

test('all surely apart are clusters of their own', () => {
  const order = [4, 1, 3, 0, 2]
  const sure = order.flatMap((above, at) =>
    order.slice(at + 1).map((below): [number, number] => [above, below]),
  )
  const { wins, clusters } = rankClusters({ order, beats: pairs(5, sure) })
  expect(clusters).toEqual([[4], [1], [3], [0], [2]])
  expect(wins).toEqual([1, 3, 0, 2, 4])
})

test('each boundary is sure, and each that is sure is a boundary, by the definition', () => {
  const p = fc.constantFrom(0.0001, 0.004, 0.2)
  const matrices = fc.array(fc.array(p, { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(matrices, fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (beats, order) => {
      const { clusters } = rankClusters({ order, beats })
      expect(clusters.flat()).toEqual(order)
      const family = order.flatMap((a, at) =>
        order.slice(at + 1).map((b) => ({ a, b, p: beats[a]?.[b] ?? 1 })),
      )
      const corrected = holm(family.map((pair) => pair.p))
      const starts = [1, 2, 3, 4].filter((start) =>
        family.every(({ a, b }, pair) => {
          const isAcross = order.indexOf(a) < start && order.indexOf(b) >= start
          return !isAcross || (corrected[pair] ?? 1) < 0.05
        }),
      )
      const sizes = clusters.slice(0, -1).map((cluster) => cluster.length)
      expect(sizes.map((_, at) => sizes.slice(0, at + 1).reduce((sum, size) => sum + size, 0))).toEqual(
        starts,
      )
    }),
  )
})

test('what is no order or no p is refused', () => {
  const beats = pairs(2, [])
  expect(() => rankClusters({ order: [0, 0], beats })).toThrow(/names each once/)
  expect(() => rankClusters({ order: [0], beats })).toThrow(/names each once/)
  expect(() => rankClusters({ order: [0, 1], beats: [[0.5], [0.5]] })).toThrow(/1 of 2 values/)
  expect(() => rankClusters({ order: [0, 1], beats: pairs(2, [[0, 1]], 1.5) })).toThrow(RangeError)
  expect(() => rankClusters({ order: [0, 1], beats, alpha: 1 })).toThrow(RangeError)
})
