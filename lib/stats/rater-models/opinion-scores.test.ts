import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Figure } from '@/lib/stats/figure'
import { biasRemovedScores } from './bias-removed-scores'
import { bt500Screening } from './bt500-screening'
import { ratingsFromLines, sixteenByTen } from './examples'
import { meanOpinionScores } from './mean-opinion-scores'
import { p913Scores } from './p913-scores'
import { withoutRaters } from './without-raters'
import { zScores } from './z-scores'

const study = ratingsFromLines(sixteenByTen)
const erratic = [false, false, false, false, false, false, false, false, false, true]

const expectFigures = (figures: Figure[], literals: (number | null)[]) => {
  expect(figures).toHaveLength(literals.length)
  literals.forEach((literal, at) => {
    const value = figures[at]?.value ?? null
    if (literal === null || value === null) expect(value).toBe(literal)
    else expect(value).toBeCloseTo(literal, 10)
  })
}

// Figures without another source in this file are those of sureal (Netflix) on the same ratings.

test('mean opinion scores and their standard errors are those of sureal', () => {
  const items = meanOpinionScores(study)
  expectFigures(
    items.map(({ score }) => score),
    [3.3, 2.9, 2.8, 2.7, 4.3, 3.7, 3.1, 2.1, 3.8, 2.2, 1.9, 3.9, 2.0, 4.8, 4.5, 4.1],
  )
  expectFigures(
    items.slice(0, 3).map(({ se }) => se),
    [0.213437474581, 0.233333333333, 0.249443825785],
  )
})

test('BT.500 rejects the erratic rater and not the lenient ones', () => {
  const screening = bt500Screening(study)
  expect(screening.rejected).toEqual(erratic)
  expectFigures(screening.outsideShare, [0, 0, 0.0625, 0.0625, 0.125, 0, 0.1875, 0.125, 0, 0.125])
  expectFigures(screening.asymmetry, [null, null, 1, 1, 1, null, 1, 1, null, 0])
  const kept = meanOpinionScores(withoutRaters(study, screening.rejected)).map(({ score }) => score)
  expectFigures(kept.slice(0, 4), [30 / 9, 26 / 9, 24 / 9, 24 / 9])
})

test('by the letter of BT.500 an item with equal ratings adds to both sides; skipping it is an option', () => {
  const unanimous = ratingsFromLines(['3333', '3333'])
  const letter = bt500Screening(unanimous)
  expectFigures(letter.outsideShare, [2, 2, 2, 2])
  expect(letter.rejected).toEqual([true, true, true, true])
  const skipped = bt500Screening(unanimous, { unanimous: 'skipped' })
  expectFigures(skipped.outsideShare, [0, 0, 0, 0])
  expectFigures(skipped.asymmetry, [null, null, null, null])
  expect(skipped.rejected).toEqual([false, false, false, false])
})

test('z-scores per rater average to those of sureal', () => {
  const z = zScores(study)
  expectFigures(
    meanOpinionScores(z.ratings)
      .slice(0, 4)
      .map(({ score }) => score),
    [0.0434988834335, -0.324944458662, -0.382206993223, -0.52961439909],
  )
  expect(z.raters.map(({ leftOut }) => leftOut)).toEqual(Array(10).fill(null))
  const population = zScores(study, { divisor: 'n' }).ratings.value[0] ?? 0
  expect(population / (z.ratings.value[0] ?? 0)).toBeCloseTo(Math.sqrt(16 / 15), 12)
})

test('a rater with one rating and one with equal ratings have no z-scores, by name', () => {
  const z = zScores(ratingsFromLines(['13.2', '23.5', '331.']))
  expect(z.raters.map(({ leftOut }) => leftOut)).toEqual([null, 'constant', 'too-few-items', null])
  expect(z.raters[2]?.standardDeviation.reason).toBe('too-few-items')
  expect(new Set(z.ratings.rater)).toEqual(new Set([0, 3]))
  expect(zScores({ ...study, raters: 11 }).raters[10]?.leftOut).toBe('no-ratings')
})

test('P.913 12.4 takes biases away, rejects, and averages', () => {
  const { bias, screening, items } = p913Scores(study)
  const biases = [
    -0.38125, 0.18125, 0.24375, 0.55625, -0.38125, 0.36875, -0.50625, -0.44375, 0.11875, 0.24375,
  ]
  expectFigures(bias, biases)
  expect(screening.rejected).toEqual(erratic)
  expectFigures(
    items.slice(0, 3).map(({ score }) => score),
    [3.36041666667, 2.91597222222, 2.69375],
  )
  expectFigures(
    items.slice(0, 3).map(({ se }) => se),
    [0.251082724858, 0.262721283861, 0.178304612173],
  )
})

test('an item without ratings has no score, one with a single rating no standard error', () => {
  const items = meanOpinionScores({ ...ratingsFromLines(['12', '.4']), items: 3 })
  expect(items.map(({ n }) => n)).toEqual([2, 1, 0])
  expect(items[1]).toEqual({
    n: 1,
    score: { value: 4, reason: null },
    se: { value: null, reason: 'too-few-raters' },
  })
  expect(items[2]?.score.reason).toBe('no-ratings')
  expect(meanOpinionScores(ratingsFromLines([]))).toEqual([])
  expect(bt500Screening({ ...ratingsFromLines(['1']), raters: 2 }).outsideShare[1]?.reason).toBe('no-ratings')
  expect(biasRemovedScores({ ...ratingsFromLines(['1']), raters: 2 }).bias[1]?.reason).toBe('no-ratings')
})

test('ratings that cannot be meant are refused with their row', () => {
  expect(() => meanOpinionScores({ ...study, items: 3 })).toThrow('row 30: no item 3 among 3')
  expect(() => zScores({ ...study, raters: 9 })).toThrow('row 9: no rater 9 among 9')
  expect(() => bt500Screening({ ...study, value: study.value.map(() => Number.NaN) })).toThrow(RangeError)
  expect(() => biasRemovedScores({ ...study, item: new Int32Array(1) })).toThrow('different lengths')
})

test('a shift moves every score alike, and whatever each rater adds is taken away with the bias', () => {
  const ratings = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 24, maxLength: 24 })
  const shifts = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(ratings, shifts, (values, byRater) => {
      const plain = ratingsFromLines(Array(4).fill('000000'))
      const value = Float64Array.from(values)
      const shifted = value.map((rating, row) => rating + (byRater[row % 6] ?? 0))
      const common = byRater.reduce((sum, shift) => sum + shift, 0) / 6
      const before = biasRemovedScores({ ...plain, value }).items
      biasRemovedScores({ ...plain, value: shifted }).items.forEach(({ score, se }, at) => {
        expect(score.value).toBeCloseTo((before[at]?.score.value ?? 0) + common, 9)
        expect(se.value).toBeCloseTo(before[at]?.se.value ?? 0, 9)
      })
    }),
  )
})
