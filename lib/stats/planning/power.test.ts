import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialUpper } from '@/lib/stats/distributions/binomial-cdf'
import { defined, undefinedBecause } from '@/lib/stats/figure'
import { powerPairedMeans, sampleSizePairedMeans } from './power-paired-means'
import { powerWinRate, sampleSizeWinRate } from './power-win-rate'

test("power of a paired t test, SciPy's noncentral t", () => {
  expect(powerPairedMeans({ n: 34, effect: 0.5 }).value).toBeCloseTo(0.8077775012792737, 12)
  expect(powerPairedMeans({ n: 100, effect: 0.2, alternative: 'greater' }).value).toBeCloseTo(
    0.6336177553523549,
    12,
  )
  expect(powerPairedMeans({ n: 10, effect: 0.8, alpha: 0.01 }).value).toBeCloseTo(0.3096979155434127, 12)
})

test("Cohen's small, medium and large effects need 199, 34 and 15 pairs for a power of 80 %", () => {
  const pairs = [0.2, 0.5, 0.8].map((effect) => sampleSizePairedMeans({ effect, power: 0.8 }).value)
  expect(pairs).toEqual([199, 34, 15])
})

test('power is alpha where there is no effect, and mirrors with the direction', () => {
  expect(powerPairedMeans({ n: 20, effect: 0 }).value).toBeCloseTo(0.05, 12)
  expect(powerPairedMeans({ n: 20, effect: 0, alternative: 'less' }).value).toBeCloseTo(0.05, 12)
  const greater = powerPairedMeans({ n: 20, effect: 0.4, alternative: 'greater' }).value
  const less = powerPairedMeans({ n: 20, effect: -0.4, alternative: 'less' }).value
  expect(less).toBeCloseTo(greater ?? NaN, 13)
  expect(powerPairedMeans({ n: 1, effect: 1 })).toEqual(undefinedBecause('too-few-items'))
})

test('the sample size is the smallest that reaches the power', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.15, max: 2, noNaN: true }),
      fc.double({ min: 0.3, max: 0.99, noNaN: true }),
      (effect, power) => {
        const n = sampleSizePairedMeans({ effect, power }).value ?? NaN
        expect(powerPairedMeans({ n, effect }).value).toBeGreaterThanOrEqual(power)
        if (n > 2) expect(powerPairedMeans({ n: n - 1, effect }).value).toBeLessThan(power)
      },
    ),
    { numRuns: 20 },
  )
})

test("power of a win rate of 60 % against one half, SciPy's binomial tails", () => {
  expect(powerWinRate({ n: 100, rate: 0.6 })).toBeCloseTo(0.462093382348394, 12)
  expect(powerWinRate({ n: 199, rate: 0.6 })).toBeCloseTo(0.8037145994208201, 12)
  expect(powerWinRate({ n: 200, rate: 0.6 })).toBeCloseTo(0.7868482653076215, 12)
  expect(powerWinRate({ n: 5, rate: 0.9 })).toBe(0)
  expect(powerWinRate({ n: 0, rate: 0.9 })).toBe(0)
  expect(powerWinRate({ n: 6, rate: 1 })).toBe(1)
})

test('the true size of the sign test stays under alpha', () => {
  for (const n of [1, 7, 20, 101, 1000]) {
    expect(powerWinRate({ n, rate: 0.5 })).toBeLessThanOrEqual(0.05)
    expect(powerWinRate({ n, rate: 0.5, alternative: 'less' })).toBeLessThanOrEqual(0.05)
  }
  const power = powerWinRate({ n: 20, rate: 0.7, alternative: 'greater' })
  expect(power).toBeCloseTo(binomialUpper(14, 20, 0.7), 14)
})

test('no larger number of comparisons than the sample size falls short of the power', () => {
  for (const [rate, power] of [
    [0.6, 0.8],
    [0.75, 0.9],
    [0.3, 0.8],
    [0.95, 0.5],
  ] as const) {
    const n = sampleSizeWinRate({ rate, power }).value ?? NaN
    expect(powerWinRate({ n: n - 1, rate })).toBeLessThan(power)
    for (let more = n; more < n + 400; more += 1)
      expect(powerWinRate({ n: more, rate })).toBeGreaterThanOrEqual(power)
  }
  expect(sampleSizeWinRate({ rate: 0.6, power: 0.8 })).toEqual(defined(210))
  expect(sampleSizeWinRate({ rate: 1, power: 0.8 })).toEqual(defined(6))
})

test('what no number of items can find is named, and what is no plan refused', () => {
  const unbounded = undefinedBecause('unbounded')
  expect(sampleSizePairedMeans({ effect: 0, power: 0.8 })).toEqual(unbounded)
  expect(sampleSizePairedMeans({ effect: -1, power: 0.8, alternative: 'greater' })).toEqual(unbounded)
  expect(sampleSizeWinRate({ rate: 0.5, power: 0.8 })).toEqual(unbounded)
  expect(sampleSizeWinRate({ rate: 0.6, power: 0.8, alternative: 'less' })).toEqual(unbounded)
  expect(() => sampleSizePairedMeans({ effect: 1, power: 0.05 })).toThrow(RangeError)
  expect(() => sampleSizePairedMeans({ effect: NaN, power: 0.8 })).toThrow(RangeError)
  expect(() => sampleSizeWinRate({ rate: 0.6, power: 1 })).toThrow(RangeError)
  expect(() => powerWinRate({ n: 1.5, rate: 0.6 })).toThrow(RangeError)
})
