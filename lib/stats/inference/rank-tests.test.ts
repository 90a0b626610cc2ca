import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mannWhitneyU } from './mann-whitney-u'
import { wilcoxonSignedRank } from './wilcoxon-signed-rank'

/** Hollander & Wolfe (1973), p. 29: depression before and after a tranquiliser; V = 40, p (greater) = 0.01953. */
const depression = {
  before: [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3],
  after: [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29],
}
const relief = depression.before.map((value, i) => value - (depression.after[i] ?? 0))

test('the signed-rank example of Hollander and Wolfe, exact and normal', () => {
  expect(wilcoxonSignedRank(relief)).toMatchObject({
    statistic: 40,
    smaller: 5,
    n: 9,
    method: 'exact',
    reason: null,
  })
  expect(wilcoxonSignedRank(relief).p).toBeCloseTo(0.0390625, 14)
  expect(wilcoxonSignedRank(relief, { alternative: 'greater' }).p).toBeCloseTo(0.01953125, 14)
  expect(wilcoxonSignedRank(relief, { method: 'normal' }).p).toBeCloseTo(0.0381517101734, 12)
  expect(wilcoxonSignedRank(relief, { method: 'normal', continuity: true }).p).toBeCloseTo(0.044010984013, 12)
})

test("signed ranks with ties and zeros, SciPy's figures", () => {
  const differences = [1.1, 2.2, 2.2, 0.4, -0.4, -1.5, 3.3, 0, 0, -2.2, 0.7]
  expect(wilcoxonSignedRank(differences)).toMatchObject({ smaller: 13.5, n: 9, method: 'normal' })
  expect(wilcoxonSignedRank(differences).p).toBeCloseTo(0.2841984722655396, 12)
  const corrected = wilcoxonSignedRank(differences, { alternative: 'greater', continuity: true })
  expect(corrected).toMatchObject({ statistic: 31.5 })
  expect(corrected.p).toBeCloseTo(0.15590318162868877, 12)
})

test('the exact distribution with ties is that of all signs of the mid-ranks', () => {
  const differences = [1, 2, 2, -1, 3, -4, 2, 5]
  const options = { method: 'exact' } as const
  expect(wilcoxonSignedRank(differences, options).statistic).toBe(27.5)
  expect(wilcoxonSignedRank(differences, { ...options, alternative: 'greater' }).p).toBeCloseTo(0.1015625, 14)
  expect(wilcoxonSignedRank(differences, { ...options, alternative: 'less' }).p).toBeCloseTo(0.90625, 14)
})

test('exact as far as 50 differences, normal beyond unless asked', () => {
  const alternating = Array.from({ length: 60 }, (_, i) => ((i + 1) % 3 === 0 ? -(i + 1) : i + 1))
  const fifty = wilcoxonSignedRank(alternating.slice(0, 50), { alternative: 'less' })
  expect(fifty).toMatchObject({ statistic: 867, method: 'exact' })
  expect(fifty.p).toBeCloseTo(0.9872499584101826, 12)
  expect(wilcoxonSignedRank(alternating)).toMatchObject({ method: 'normal' })
  expect(wilcoxonSignedRank(alternating, { continuity: true }).p).toBeCloseTo(0.03622649417878663, 12)
  expect(wilcoxonSignedRank(alternating, { method: 'exact' }).p).toBeCloseTo(0.035563173784766366, 12)
})

test('differences that say nothing are named, and what is no number refused', () => {
  expect(wilcoxonSignedRank([])).toEqual({ statistic: null, p: null, n: 0, reason: 'too-few-items' })
  expect(wilcoxonSignedRank([0, 0])).toEqual({ statistic: null, p: null, n: 0, reason: 'constant' })
  expect(wilcoxonSignedRank([3])).toMatchObject({ statistic: 1, p: 1, n: 1 })
  expect(() => wilcoxonSignedRank([1, NaN])).toThrow(RangeError)
})

/** Hollander & Wolfe (1973), p. 69: permeability at term and at 12–26 weeks; W = 35, p (greater) = 0.1272. */
const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
const early = [1.15, 0.88, 0.9, 0.74, 1.21]

test('the rank-sum example of Hollander and Wolfe, exact and normal', () => {
  expect(mannWhitneyU(term, early)).toMatchObject({ statistic: 35, n: 15, method: 'exact', reason: null })
  expect(mannWhitneyU(term, early).p).toBeCloseTo(0.254412254412, 12)
  expect(mannWhitneyU(term, early, { alternative: 'greater' }).p).toBeCloseTo(0.127206127206, 12)
  expect(mannWhitneyU(term, early, { method: 'normal' }).p).toBeCloseTo(0.244623605127, 12)
  expect(mannWhitneyU(term, early, { method: 'normal', continuity: false }).p).toBeCloseTo(0.22067136192, 12)
})

test("rank sums with ties: SciPy's normal p, and all choices of ranks", () => {
  const a = [1, 2, 2, 3, 5, 5, 9]
  const b = [2, 4, 5, 6, 7, 7, 8, 10]
  expect(mannWhitneyU(a, b)).toMatchObject({ statistic: 14, method: 'normal' })
  expect(mannWhitneyU(a, b).p).toBeCloseTo(0.11524971218079373, 12)
  expect(mannWhitneyU(a, b, { alternative: 'greater' }).p).toBeCloseTo(0.9546482145080788, 12)
  expect(mannWhitneyU(a, b, { alternative: 'less' }).p).toBeCloseTo(0.057624856090396866, 12)
  const exact = { method: 'exact' } as const
  expect(mannWhitneyU(a, b, { ...exact, alternative: 'less' }).p).toBeCloseTo(0.0533022533022533, 12)
  expect(mannWhitneyU(a, b, { ...exact, alternative: 'greater' }).p).toBeCloseTo(0.951048951048951, 12)
})

test('40 against 30 values, exactly', () => {
  const a = Array.from({ length: 40 }, (_, i) => i + 1)
  const b = Array.from({ length: 30 }, (_, i) => (i + 1) * 1.3 + 0.05)
  expect(mannWhitneyU(a, b)).toMatchObject({ statistic: 609, method: 'exact' })
  expect(mannWhitneyU(a, b).p).toBeCloseTo(0.9201796202099357, 11)
  const twice = [...a, ...a.map((value) => value + 0.01)]
  expect(mannWhitneyU(twice, b)).toMatchObject({ method: 'exact' })
  expect(mannWhitneyU([...twice, ...a.map((value) => value + 0.02)], b)).toMatchObject({ method: 'normal' })
})

test('samples that say nothing are named, and what is no number refused', () => {
  expect(mannWhitneyU([], [1])).toEqual({ statistic: null, p: null, n: 1, reason: 'too-few-items' })
  expect(mannWhitneyU([2, 2], [2])).toEqual({ statistic: null, p: null, n: 3, reason: 'constant' })
  expect(mannWhitneyU([1], [2])).toMatchObject({ statistic: 0, p: 1, method: 'exact' })
  expect(() => mannWhitneyU([1], [Infinity])).toThrow(RangeError)
})

const scores = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 14 })

test('changing sides changes the direction and nothing else', () => {
  fc.assert(
    fc.property(scores, scores, fc.constantFrom('exact', 'normal'), (a, b, method) => {
      const one = mannWhitneyU(a, b, { alternative: 'greater', method })
      const other = mannWhitneyU(b, a, { alternative: 'less', method })
      expect(one.reason).toBe(other.reason)
      if (one.reason !== null || other.reason !== null) return
      expect(one.statistic + other.statistic).toBe(a.length * b.length)
      expect(one.p).toBeCloseTo(other.p, 11)
    }),
  )
  fc.assert(
    fc.property(scores, fc.constantFrom('exact', 'normal'), (differences, method) => {
      const one = wilcoxonSignedRank(differences, { alternative: 'greater', method })
      const other = wilcoxonSignedRank(
        differences.map((difference) => -difference),
        { alternative: 'less', method },
      )
      expect(one.p ?? -1).toBeCloseTo(other.p ?? -1, 12)
    }),
  )
})
