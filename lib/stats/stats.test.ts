import fc from 'fast-check'
import { expect, test } from 'vitest'
import { krippendorffAlphaInterval } from './krippendorff-alpha-interval'
import { mean } from './mean'
import { median } from './median'
import { percentile } from './percentile'
import { percentileInterval } from './percentile-interval'
import { seededRandom } from './random'
import { rankRanges } from './rank-range'
import { resampleCounts } from './resample-counts'
import { trimmedMean } from './trimmed-mean'

const someValues = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 })

test('a seed and a stream give one sequence, other streams others', () => {
  const draw = (seed: number, stream: number) => Array.from({ length: 50 }, seededRandom(seed, stream))
  expect(draw(1, 0)).toEqual(draw(1, 0))
  const starts = new Set(Array.from({ length: 1000 }, (_, stream) => draw(1, stream)[0]))
  expect(starts.size).toBeGreaterThan(998)
  expect(() => seededRandom(-1)).toThrow(RangeError)
  expect(() => seededRandom(1.5)).toThrow(RangeError)
})

test('draws are even over sixteen bins: χ² of 160,000 draws below its 99.9 % point', () => {
  const random = seededRandom(42, 7)
  const bins = new Array<number>(16).fill(0)
  for (let draw = 0; draw < 160_000; draw += 1) {
    const bin = random() >>> 28
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  expect(bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(37.7)
})

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

test('an interval that most resamples leave open does not exist', () => {
  expect(percentileInterval(Float64Array.from([1, NaN, NaN, NaN]))).toBeNull()
  expect(percentileInterval(Float64Array.from([2, 2, NaN]))).toEqual([2, 2])
  expect(percentileInterval(new Float64Array())).toBeNull()
})

test('a resample draws as often as there are items', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(1000), (items, seed) => {
      const counts = resampleCounts(new Int32Array(items), seededRandom(seed))
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(items)
    }),
  )
})

/** Krippendorff (2011): four observers, twelve units, by unit; α interval 0.849. */
const canonical = [
  [1, 1, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [5, 5, 5],
  [1, 1],
  [3],
]

test('α (interval) of the published example', () => {
  expect(krippendorffAlphaInterval(canonical)).toBeCloseTo(0.849107142857, 10)
})

test('α of perfect and of systematic disagreement, and where it is undefined', () => {
  expect(
    krippendorffAlphaInterval([
      [1, 1],
      [2, 2],
      [1, 1],
      [2, 2],
    ]),
  ).toBe(1)
  expect(
    krippendorffAlphaInterval([
      [1, 2],
      [2, 1],
      [1, 2],
      [2, 1],
    ]),
  ).toBeCloseTo(-0.75, 12)
  expect(
    krippendorffAlphaInterval([
      [3, 3],
      [3, 3],
    ]),
  ).toBeNull()
  expect(
    krippendorffAlphaInterval([
      [3.3, 3.3, 3.3],
      [3.3, 3.3],
    ]),
  ).toBeNull()
  expect(krippendorffAlphaInterval([[1], [2]])).toBeNull()
})

test('α does not change when the scale is moved or stretched', () => {
  const moved = canonical.map((unit) => unit.map((value) => 7 * value - 3))
  expect(krippendorffAlphaInterval(moved)).toBeCloseTo(0.849107142857, 9)
})

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
