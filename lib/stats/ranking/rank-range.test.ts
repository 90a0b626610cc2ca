import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankRanges } from './rank-range'

test('rank ranges: one surely above, two that cannot be told apart', () => {
  const high = Float64Array.from({ length: 100 }, () => 5)
  const one = Float64Array.from({ length: 100 }, (_, index) => 3 + (index % 2))
  const other = Float64Array.from({ length: 100 }, (_, index) => 4 - (index % 2))
  expect(rankRanges([one, high, other])).toEqual([
    [2, 3],
    [1, 1],
    [2, 3],
  ])
  expect(rankRanges([])).toEqual([])
  expect(rankRanges([high])).toEqual([[1, 1]])
})

test('what two have in common does not blur the difference: intervals overlap, ranks are sure', () => {
  const common = Float64Array.from({ length: 200 }, (_, index) => index)
  expect(rankRanges([common, common.map((x) => x + 1)])).toEqual([
    [2, 2],
    [1, 1],
  ])
})

test('a candidate without a score in most resamples may stand anywhere, and a lower level tells more apart', () => {
  const missing = new Float64Array(10).fill(Number.NaN)
  const sure = Float64Array.from({ length: 10 }, () => 1)
  expect(rankRanges([missing, sure])).toEqual([
    [1, 2],
    [1, 2],
  ])
  const mostly = Float64Array.from({ length: 100 }, (_, index) => (index < 6 ? 0.5 : 2))
  const even = Float64Array.from({ length: 100 }, () => 1)
  expect(rankRanges([mostly, even])).toEqual([
    [1, 2],
    [1, 2],
  ])
  expect(rankRanges([mostly, even], 0.8)).toEqual([
    [1, 1],
    [2, 2],
  ])
})

test('ranges hold a rank each and turn with the candidates', () => {
  const row = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
      const samples = rows.map((values) => Float64Array.from(values))
      const ranges = rankRanges(samples)
      for (const [best, worst] of ranges)
        expect(1 <= best && best <= worst && worst <= rows.length).toBe(true)
      expect(rankRanges(samples.toReversed())).toEqual(ranges.toReversed())
    }),
  )
})
