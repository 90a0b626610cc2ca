import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ratingsForReliability, spearmanBrown } from './spearman-brown'

test('a test of reliability 0.7 made twice as long has 0.824', () => {
  expect(spearmanBrown(0.7, 2).value).toBeCloseTo(1.4 / 1.7, 14)
  expect(spearmanBrown(0.16574176841, 4).value).toBeCloseTo(0.44279713368, 9)
  expect(spearmanBrown(1, 5).value).toBe(1)
  expect(spearmanBrown(0, 5).value).toBe(0)
})

test('the number of ratings for a reliability gives that reliability', () => {
  const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })
  fc.assert(
    fc.property(share, share, (reliability, target) => {
      const k = ratingsForReliability(reliability, target).value ?? NaN
      expect(spearmanBrown(reliability, k).value).toBeCloseTo(target, 12)
    }),
  )
})

test('no reliability at all is named, nonsense is refused', () => {
  expect(spearmanBrown(-0.5, 3).reason).toBe('unbounded')
  expect(spearmanBrown(-0.2, 3).value).toBeCloseTo(-1, 12)
  expect(ratingsForReliability(0, 0.8).reason).toBe('unbounded')
  for (const [reliability, k] of [
    [1.1, 2],
    [NaN, 2],
    [0.5, 0],
    [0.5, Infinity],
  ] as const)
    expect(() => spearmanBrown(reliability, k)).toThrow(RangeError)
  expect(() => ratingsForReliability(0.5, 1)).toThrow(RangeError)
})
