import { expect, test } from 'vitest'
import { alphaFromMoments, alphaMoments } from './krippendorff-alpha-interval'

test('moments add up over units; a unit with one value has none', () => {
  expect(alphaMoments([4])).toBeNull()
  expect(alphaMoments([1, 2, 3, 4])).toEqual({ n: 4, sum: 10, sumOfSquares: 30, within: 40 / 3 })
  // Two observers, four units, systematic disagreement.
  const total = { n: 8, sum: 12, sumOfSquares: 20, within: 8 }
  expect(alphaFromMoments(total)).toBeCloseTo(-0.75, 12)
})

test('no pair, or no two values that differ: no α', () => {
  expect(alphaFromMoments({ n: 0, sum: 0, sumOfSquares: 0, within: 0 })).toBeNull()
  expect(
    alphaFromMoments(alphaMoments([3.3, 3.3, 3.3]) ?? { n: 0, sum: 0, sumOfSquares: 0, within: 0 }),
  ).toBeNull()
})
