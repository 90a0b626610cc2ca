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
})
