import fc from 'fast-check'
import { expect, test } from 'vitest'
import { undefinedBecause } from '@/lib/stats/figure'
import { correlationTest } from './correlation-test'
import { kendallTauB } from './kendall-tau-b'
import { kendallTauC } from './kendall-tau-c'
import { kendallTest } from './kendall-test'
import { pearson } from './pearson'
import { spearman } from './spearman'

const all = [pearson, spearman, kendallTauB, kendallTauC]

test("rank correlations of the example in SciPy's manual", () => {
  const [x, y] = [
    [12, 2, 1, 12, 2],
    [1, 4, 7, 1, 0],
  ]
  expect(kendallTauB(x, y).value).toBeCloseTo(-0.471404520791, 12)
  expect(kendallTauC(x, y).value).toBeCloseTo(-0.48, 12)
  const rho = spearman(x, y).value ?? NaN
  expect(rho).toBeCloseTo(-0.540738070436, 12)
  expect(correlationTest(rho, 5).p).toBeCloseTo(0.346714613977, 12)
})

test("twelve pairs with ties, SciPy's figures", () => {
  const x = [1, 2, 2, 3, 4, 4, 4, 5, 6, 7, 8, 8]
  const y = [2, 1, 3, 3, 5, 4, 4, 4, 7, 6, 9, 7]
  expect(kendallTauB(x, y).value).toBeCloseTo(0.836065573770492, 13)
  expect(kendallTauC(x, y).value).toBeCloseTo(0.8095238095238095, 13)
  expect(kendallTest(x, y).p).toBeCloseTo(0.0003295631085114778, 14)
  expect(pearson(x, y).value).toBeCloseTo(0.9257825312412894, 13)
  expect(spearman(x, y).value).toBeCloseTo(0.9392857142857144, 13)
  expect(correlationTest(pearson(x, y).value ?? NaN, 12).p).toBeCloseTo(1.56418758418896e-5, 15)
  const greater = correlationTest(pearson(x, y).value ?? NaN, 12, { alternative: 'greater' })
  expect(greater).toMatchObject({ df: 10, n: 12, method: 't' })
  expect(greater.p).toBeCloseTo(7.8209379209448e-6, 15)
})

test('perfect order, reversed order, and what cannot be correlated', () => {
  const rising = [0.1, 0.2, 0.3, 0.4]
  for (const correlation of all) {
    expect(correlation(rising, rising)).toEqual({ value: 1, reason: null })
    expect(correlation(rising, rising.toReversed())).toEqual({ value: -1, reason: null })
    expect(correlation([], [])).toEqual(undefinedBecause('too-few-items'))
    expect(correlation([1], [2])).toEqual(undefinedBecause('too-few-items'))
    // 0.1 has no exact binary form; its mean may differ from it.
    expect(correlation(rising, [0.1, 0.1, 0.1, 0.1])).toEqual(undefinedBecause('constant'))
    expect(() => correlation([1, 2], [1])).toThrow(RangeError)
    expect(() => correlation([1, NaN], [1, 2])).toThrow(RangeError)
  }
  expect(pearson([1e200, -1e200, 3e200], [1e-200, -1e-200, 3e-200]).value).toBeCloseTo(1, 14)
})

test('tests of a correlation: perfect ones, too few pairs, and what is no correlation', () => {
  expect(correlationTest(1, 5)).toMatchObject({ statistic: Infinity, p: 0 })
  expect(correlationTest(-1, 5, { alternative: 'greater' })).toMatchObject({ statistic: -Infinity, p: 1 })
  expect(correlationTest(0.5, 2)).toMatchObject({ p: null, reason: 'too-few-items' })
  expect(() => correlationTest(1.1, 5)).toThrow(RangeError)
  expect(() => correlationTest(0.1, 5.5)).toThrow(RangeError)
  expect(kendallTest([1], [1])).toMatchObject({ reason: 'too-few-items' })
  expect(kendallTest([1, 1], [1, 2])).toMatchObject({ reason: 'constant' })
  expect(kendallTest([1, 2], [1, 2]).p).toBeCloseTo(0.31731050786, 10)
})

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
  minLength: 2,
  maxLength: 40,
})

test('τ-b by exchanges is τ-b by counting pairs', () => {
  fc.assert(
    fc.property(pairs, (points) => {
      let [surplus, untiedA, untiedB] = [0, 0, 0]
      points.forEach(([a, b], i) => {
        for (const [a2, b2] of points.slice(i + 1)) {
          surplus += Math.sign(a - a2) * Math.sign(b - b2)
          untiedA += Math.abs(Math.sign(a - a2))
          untiedB += Math.abs(Math.sign(b - b2))
        }
      })
      const tau = kendallTauB(
        points.map(([a]) => a),
        points.map(([, b]) => b),
      )
      if (untiedA * untiedB === 0) expect(tau).toEqual(undefinedBecause('constant'))
      else expect(tau.value).toBeCloseTo(surplus / Math.sqrt(untiedA * untiedB), 13)
    }),
  )
})

test('rank correlations do not change when a scale is bent, nor Pearson’s when it is stretched', () => {
  fc.assert(
    fc.property(pairs, (points) => {
      const a = points.map(([value]) => value)
      const b = points.map(([, value]) => value)
      const bent = a.map((value) => Math.exp(value))
      for (const correlation of [spearman, kendallTauB, kendallTauC])
        expect(correlation(bent, b)).toEqual(correlation(a, b))
      const stretched = pearson(
        a.map((value) => 7 - 3 * value),
        b,
      )
      expect(-(stretched.value ?? 2)).toBeCloseTo(pearson(a, b).value ?? -2, 12)
      expect(pearson(a, b).value ?? 2).toBeCloseTo(pearson(b, a).value ?? 2, 12)
    }),
  )
})

test('τ-b of 200,000 pairs takes n log n steps', () => {
  const a = Float64Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 200_003)
  const b = a.map((value) => (value * 3) % 1000)
  expect(kendallTauB(a, b).reason).toBeNull()
})
