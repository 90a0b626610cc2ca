import fc from 'fast-check'
import { expect, test } from 'vitest'
import { powerWinRate, sampleSizeWinRate } from './power-win-rate'

test.each([
  [{ rate: 0.6, n: 100, alternative: 'greater' }, 0.6225326761221712],
  [{ rate: 0.4, n: 100, alternative: 'less' }, 0.6225326761221712],
  [{ rate: 0.75, n: 20 }, 0.6171764674145379],
  [{ rate: 0.55, n: 783 }, 0.788536694186309],
  [{ rate: 0.9, n: 6 }, 0.531442],
  [{ rate: 0.5, n: 50 }, 0.032839137564268484],
  [{ rate: 0.51, n: 20_000 }, 0.8039416124940391],
  [{ rate: 0.7, n: 30, alpha: 0.01 }, 0.28137688796180566],
] as const)('the power is that of binomial tails of SciPy 1.17: %j', (plan, wanted) => {
  expect(powerWinRate(plan)).toBeCloseTo(wanted, 11)
})

test.each([
  [{ rate: 0.55, power: 0.8 }, 820],
  [{ rate: 0.7, power: 0.8, alternative: 'greater' }, 42],
  [{ rate: 0.75, power: 0.9 }, 42],
  [{ rate: 0.9, power: 0.8 }, 12],
  [{ rate: 0.4, power: 0.8, alternative: 'less' }, 169],
  [{ rate: 0.6, power: 0.8, alpha: 0.01 }, 302],
  [{ rate: 0.51, power: 0.8 }, 19_765],
  [{ rate: 1, power: 0.99 }, 6],
] as const)(
  'the sample size comes after the last that falls short, by a search with SciPy: %j',
  (plan, wanted) => {
    expect(sampleSizeWinRate(plan).value).toBe(wanted)
  },
)

test('a result that meets alpha to the last digit is significant', () => {
  expect(powerWinRate({ rate: 1, n: 5, alpha: 1 / 32, alternative: 'greater' })).toBe(1)
  expect(powerWinRate({ rate: 1, n: 5, alpha: 1 / 33, alternative: 'greater' })).toBe(0)
})

test('the test never exceeds alpha, and is the same seen from either side', () => {
  const rates = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(rates, fc.nat(300), fc.constantFrom(0.01, 0.05, 0.3), (rate, n, alpha) => {
      for (const alternative of ['two-sided', 'greater', 'less'] as const)
        expect(powerWinRate({ rate: 0.5, n, alpha, alternative })).toBeLessThanOrEqual(alpha * (1 + 1e-11))
      expect(powerWinRate({ rate: 1 - rate, n, alpha })).toBeCloseTo(powerWinRate({ rate, n, alpha }), 10)
    }),
  )
})

test('whatever the rate, alpha and power, no larger sample falls short and the one before does', () => {
  const rates = fc.double({ min: 0.6, max: 1, noNaN: true })
  const powers = fc.constantFrom(0.6, 0.8, 0.99)
  fc.assert(
    fc.property(rates, powers, fc.constantFrom(0.001, 0.05, 0.5), (rate, power, alpha) => {
      const size = sampleSizeWinRate({ rate, power, alpha }).value ?? 0
      const later = Array.from({ length: 300 }, (_, more) => powerWinRate({ rate, alpha, n: size + more }))
      expect(Math.min(...later)).toBeGreaterThanOrEqual(power)
      expect(powerWinRate({ rate, alpha, n: size - 1 })).toBeLessThan(power)
    }),
    { numRuns: 50 },
  )
})

test('a rate that 10⁹ comparisons do not show is refused', () => {
  expect(() => sampleSizeWinRate({ rate: 0.500_001, power: 0.8 })).toThrow(/too near ½/)
})
