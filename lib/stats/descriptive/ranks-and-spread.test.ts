import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ascendingOrder, denseRanks, rankSizes } from './dense-ranks'
import { groupMeans } from './group-means'
import { midRanks } from './mid-ranks'
import { standardDeviation, variance } from './variance'

test('variance with n − 1, exact for values far from zero', () => {
  expect(variance([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(32 / 7, 14)
  expect(standardDeviation([1, 1e9 + 1])).toBeCloseTo(1e9 / Math.SQRT2, 4)
  expect(variance([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBe(1)
  expect(variance([3, 3])).toBe(0)
  expect(() => variance([3])).toThrow(RangeError)
})

test('equal values share the mean of their ranks', () => {
  expect([...midRanks([10, 20, 20, 5])]).toEqual([2, 3.5, 3.5, 1])
  expect([...midRanks([7, 7, 7])]).toEqual([2, 2, 2])
  expect([...midRanks([-0, 0])]).toEqual([1.5, 1.5])
  expect([...midRanks([])]).toEqual([])
  expect(() => midRanks([1, NaN])).toThrow(RangeError)
})

test('ranks without gaps, their sizes, and an order that keeps equal values as they stood', () => {
  const ranks = denseRanks([10, 20, 20, 5, 10])
  expect([...ranks.rank]).toEqual([1, 2, 2, 0, 1])
  expect([...rankSizes(ranks)]).toEqual([1, 2, 2])
  expect([...ascendingOrder(ranks)]).toEqual([3, 0, 4, 1, 2])
  expect([...denseRanks([Infinity, -0, 0, -Infinity]).rank]).toEqual([2, 1, 1, 0])
  expect([...rankSizes(denseRanks([]))]).toEqual([])
})

test('ranks add up to n(n + 1)/2 and do not change when values are stretched', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 })), (values) => {
      const ranks = midRanks(values)
      expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe((values.length * (values.length + 1)) / 2)
      expect(midRanks(values.map((value) => Math.exp(value)))).toEqual(ranks)
    }),
  )
})

test('the mean of a group does not depend on the order of its values', () => {
  expect([...groupMeans([0, 2, 0, 2], [1, 5, 2, 6], 3).mean]).toEqual([1.5, NaN, 5.5])
  const scores = [0.707107, 0.5, 0.707107]
  const orders = [scores, [0.5, 0.707107, 0.707107], [0.707107, 0.707107, 0.5]]
  expect(new Set(orders.map((order) => groupMeans([0, 0, 0], order, 1).mean[0])).size).toBe(1)
  expect(groupMeans([0, 0, 0], [1e16, 1, -1e16], 1).mean[0]).toBeCloseTo(1 / 3, 14)
  expect(() => groupMeans([3], [1], 3)).toThrow(RangeError)
})
