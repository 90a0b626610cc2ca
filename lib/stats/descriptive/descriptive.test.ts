import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mean } from './mean'
import { median } from './median'
import { percentile } from './percentile'
import { trimmedMean } from './trimmed-mean'

const someValues = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 })

test('the median of an even count is the unrounded midpoint', () => {
  expect(median([4, 3])).toBe(3.5)
  expect(median([5, 1, 2])).toBe(2)
  expect(() => median([])).toThrow(RangeError)
})

test('the median ignores order and lies between the extremes', () => {
  fc.assert(
    fc.property(someValues, (values) => {
      expect(median(values.toReversed())).toBe(median(values))
      expect(median(values)).toBeGreaterThanOrEqual(Math.min(...values))
      expect(median(values)).toBeLessThanOrEqual(Math.max(...values))
    }),
  )
})

test('means: plain, and trimmed by the lowest and the highest', () => {
  expect(mean([1, 2, 6])).toBe(3)
  expect(trimmedMean([1, 2, 4, 100])).toBe(3)
  expect(trimmedMean([1, 2])).toBe(1.5)
  expect(() => mean([])).toThrow(RangeError)
})

test('percentiles are of type 7, as R and NumPy give them', () => {
  expect(percentile([1, 2, 3, 4], 0.25)).toBe(1.75)
  expect(percentile([10, 20, 30], 0.95)).toBeCloseTo(29, 12)
  expect(percentile([3], 0.1)).toBe(3)
  expect(() => percentile([], 0.5)).toThrow(RangeError)
  expect(() => percentile([1], 1.1)).toThrow(RangeError)
})
