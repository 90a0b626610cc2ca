import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resampleCounts } from './resample-counts'
import { seededRandom } from './seeded-random'

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

test('a resample draws as often as there are items', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(1000), (items, seed) => {
      const counts = resampleCounts(new Int32Array(items), seededRandom(seed))
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(items)
    }),
  )
})
