import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankRangesByOverlap } from './rank-range-by-overlap'

test('one interval above two that overlap, and one below all', () => {
  expect(rankRangesByOverlap([10, 5, 6, 1], [12, 8, 9, 2])).toEqual([
    [1, 1],
    [2, 3],
    [2, 3],
    [4, 4],
  ])
})

test('intervals that touch overlap, equals share all their ranks, a candidate without an interval may stand anywhere', () => {
  expect(rankRangesByOverlap([1, 2], [2, 3])).toEqual([
    [1, 2],
    [1, 2],
  ])
  expect(rankRangesByOverlap([4, 4, 4], [4, 4, 4])).toEqual([
    [1, 3],
    [1, 3],
    [1, 3],
  ])
  expect(rankRangesByOverlap([1, Number.NaN, 5], [2, Number.NaN, 6])).toEqual([
    [2, 3],
    [1, 3],
    [1, 2],
  ])
})

test('no candidate, one, and limits that make no interval', () => {
  expect(rankRangesByOverlap([], [])).toEqual([])
  expect(rankRangesByOverlap([1], [2])).toEqual([[1, 1]])
  expect(() => rankRangesByOverlap([1], [])).toThrow(RangeError)
  expect(() => rankRangesByOverlap([3], [2])).toThrow(RangeError)
})

test('the rank by the middle of its interval lies in each range, and turning the scores around turns the ranks', () => {
  const interval = fc.tuple(
    fc.double({ min: -9, max: 9, noNaN: true }),
    fc.double({ min: 0, max: 5, noNaN: true }),
  )
  fc.assert(
    fc.property(fc.uniqueArray(interval, { selector: ([middle]) => middle, maxLength: 12 }), (drawn) => {
      const ranges = rankRangesByOverlap(
        drawn.map(([middle, half]) => middle - half),
        drawn.map(([middle, half]) => middle + half),
      )
      drawn.forEach(([middle], index) => {
        const rank = 1 + drawn.filter(([other]) => other > middle).length
        const [best, worst] = ranges[index] ?? [0, 0]
        expect(best <= rank && rank <= worst).toBe(true)
      })
      const turned = rankRangesByOverlap(
        drawn.map(([middle, half]) => -middle - half),
        drawn.map(([middle, half]) => half - middle),
      )
      const many = drawn.length + 1
      expect(turned).toEqual(ranges.map(([best, worst]) => [many - worst, many - best]))
    }),
  )
})
