import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialCdf, binomialProbability, binomialUpper } from '@/lib/stats/distributions/binomial-cdf'
import { agrestiCoullInterval } from './agresti-coull-interval'
import { clopperPearsonInterval } from './clopper-pearson-interval'
import { waldInterval } from './wald-interval'
import { wilsonInterval } from './wilson-interval'

/** statsmodels' figures for k of n at 95 %: Wilson, Clopper–Pearson, normal, Agresti–Coull. */
const computed = [
  [0, 10, [0, 0.277532799863], [0, 0.308497107819], [0, 0], [0, 0.320887305751]],
  [
    1,
    10,
    [0.0178762130951, 0.404150026795],
    [0.00252857854446, 0.445016117028],
    [0, 0.285938509691],
    [0, 0.425967737395],
  ],
  [
    5,
    10,
    [0.236593090513, 0.763406909487],
    [0.187086028447, 0.812913971553],
    [0.190102483848, 0.809897516152],
    [0.236593090513, 0.763406909487],
  ],
  [10, 10, [0.722467200137, 1], [0.691502892181, 1], [1, 1], [0.679112694249, 1]],
  [
    45,
    100,
    [0.356145379795, 0.547553970026],
    [0.35032022924, 0.552719811226],
    [0.35249302291, 0.54750697709],
    [0.356128168262, 0.547571181559],
  ],
  [
    523,
    999,
    [0.492521733501, 0.554345096332],
    [0.492021495083, 0.554886551211],
    [0.492552598312, 0.554494448735],
    [0.492521602669, 0.554345227164],
  ],
  [1, 1, [0.206549314377, 1], [0.025, 1], [1, 1], [0.167499485479, 1]],
] as const

const all = [wilsonInterval, clopperPearsonInterval, waldInterval, agrestiCoullInterval]

test('intervals of a proportion as statsmodels gives them', () => {
  for (const [successes, n, ...expected] of computed) {
    all.forEach((interval, kind) => {
      interval(successes, n).forEach((limit, side) => {
        expect(limit).toBeCloseTo(expected[kind]?.[side] ?? NaN, 11)
      })
    })
  }
})

test('intervals hold the share, mirror each other and widen with the level', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const successes = Math.round(share * n)
      for (const interval of all) {
        const [low, high] = interval(successes, n)
        expect(low).toBeLessThanOrEqual(successes / n + 1e-12)
        expect(high).toBeGreaterThanOrEqual(successes / n - 1e-12)
        const [mirroredLow, mirroredHigh] = interval(n - successes, n)
        expect([mirroredLow, mirroredHigh]).toEqual([
          expect.closeTo(1 - high, 12),
          expect.closeTo(1 - low, 12),
        ])
        expect(interval(successes, n, 0.99)[0]).toBeLessThanOrEqual(low)
      }
    }),
  )
})

test('Clopper–Pearson limits are where a one-sided binomial test is at 2.5 %', () => {
  const [low, high] = clopperPearsonInterval(17, 60)
  expect(binomialUpper(16, 60, low)).toBeCloseTo(0.025, 12)
  expect(binomialCdf(17, 60, high)).toBeCloseTo(0.025, 12)
})

test('true coverage at 95 %: Clopper–Pearson never below, Wilson close', () => {
  for (const rate of [0.01, 0.1, 0.37, 0.5]) {
    const covered = (interval: typeof wilsonInterval, n: number) =>
      Array.from({ length: n + 1 }, (_, k) => {
        const [low, high] = interval(k, n)
        return low <= rate && rate <= high ? binomialProbability(k, n, rate) : 0
      }).reduce((sum, p) => sum + p, 0)
    for (const n of [20, 100, 150]) expect(covered(clopperPearsonInterval, n)).toBeGreaterThanOrEqual(0.95)
    if (rate >= 0.1) expect(Math.abs(covered(wilsonInterval, 150) - 0.95)).toBeLessThan(0.02)
  }
})

test('half wins, no trial, and what is no count', () => {
  const [low, high] = wilsonInterval(4.5, 10)
  expect(low).toBeGreaterThan(wilsonInterval(4, 10)[0])
  expect(high).toBeLessThan(wilsonInterval(5, 10)[1])
  for (const interval of all) {
    expect(interval(0, 0)).toEqual([0, 1])
    expect(() => interval(-1, 10)).toThrow(RangeError)
    expect(() => interval(11, 10)).toThrow(RangeError)
    expect(() => interval(1, 2.5)).toThrow(RangeError)
    expect(() => interval(1, 2, 1)).toThrow(RangeError)
    expect(() => interval(NaN, 2)).toThrow(RangeError)
  }
})
