import { expect, test } from 'vitest'
import { normalDraw } from '@/lib/stats/random/draws'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import type { Ratings } from '@/lib/stats/ratings'
import { annexE, type AnnexE } from './annex-e'
import { biasInconsistencyMle } from './bias-inconsistency-mle'
import { ratingsFromLines, sixteenByTen } from './examples'

function fitOf(ratings: Ratings) {
  const fit: AnnexE = annexE(ratings)
  if (fit.reason !== null) throw new Error(fit.reason)
  return fit
}

const close = (got: (number | null | undefined)[], literals: number[]) =>
  literals.forEach((literal, at) => expect(got[at]).toBeCloseTo(literal, 7))

const study = ratingsFromLines(sixteenByTen)

// Literals are those of sureal (Netflix), SubjectMLEModelProjectionSolver2 and MaximumLikelihoodEstimationModelContentOblivious.

test('P.910 Annex E gives the scores, errors, biases and inconsistencies of sureal', () => {
  const fit = fitOf(study)
  expect(fit.converged).toBe(true)
  close(
    fit.items.map(({ score }) => score.value),
    [3.44261871836, 2.73009792919, 2.70795349033, 2.46969786621, 4.27521376213, 3.663602974],
  )
  close(
    fit.items.map(({ se }) => se.value),
    [0.220625885267, 0.223440777948, 0.181798738307, 0.20106163545, 0.141158709437],
  )
  close(
    fit.raters.map(({ bias }) => bias.value),
    [-0.38125, 0.18125, 0.24375, 0.55625, -0.38125, 0.36875, -0.50625, -0.44375, 0.11875, 0.24375],
  )
  close(
    fit.raters.map(({ inconsistency }) => inconsistency.value),
    [0.366327555162, 0.785864428313, 0.382982777096, 0.669548141661, 0.674866073769, 0.445954158361],
  )
})

test('with one rating in ten missing the figures are still those of sureal', () => {
  const holes = sixteenByTen.map((line, item) =>
    [...line].map((sign, rater) => ((7 * item + 3 * rater) % 10 < 1 ? '.' : sign)).join(''),
  )
  const fit = fitOf(ratingsFromLines(holes))
  close(
    fit.items.map(({ score }) => score.value),
    [3.46433271558, 2.64057108265, 2.66730724601, 2.42767345872],
  )
  close(
    fit.items.map(({ se }) => se.value),
    [0.230025187862, 0.224200000751, 0.209459221487, 0.208964748387],
  )
  close(
    fit.raters.map(({ bias }) => bias.value),
    [-0.399362372262, 0.112088790318, 0.248881502547, 0.522437016336],
  )
  close(
    fit.raters.map(({ inconsistency }) => inconsistency.value),
    [0.400291285867, 0.757815993699, 0.42928343222, 0.652644317475],
  )
})

test('maximum likelihood has the same scores and the errors of its curvature', () => {
  const fit = biasInconsistencyMle(study)
  if (fit.reason !== null) throw new Error(fit.reason)
  close(
    fit.items.map(({ score }) => score.value),
    fitOf(study).items.map(({ score }) => score.value ?? 0),
  )
  close([fit.items[0]?.se.value, fit.items[15]?.se.value], [0.164607601555, 0.164607601555])
  close([fit.raters[0]?.biasSe.value, fit.raters[9]?.biasSe.value], [0.0915818647916, 0.321862086858])
  close([fit.raters[0]?.inconsistencySe.value], [0.0647581513945])
  close([fit.logLikelihood / 160], [-0.870153192709])
})

test('where raters become the scores, the likelihood has no maximum, and they are named', () => {
  // sureal ends here with an inconsistency of 4e-8 for raters 5 and 7.
  const holes = sixteenByTen.map((line, item) =>
    [...line].map((sign, rater) => ((7 * item + 3 * rater) % 10 < 3 ? '.' : sign)).join(''),
  )
  const fit = annexE(ratingsFromLines(holes))
  expect(fit.reason).toBe('unbounded')
  if (fit.reason === 'unbounded') expect([5, 7]).toEqual(expect.arrayContaining(fit.raters))
})

test('two raters on every item cannot be told apart: both weigh the same', () => {
  const fit = fitOf(ratingsFromLines(['13', '24', '53', '12']))
  close(
    fit.items.map(({ score }) => score.value),
    [2, 3, 4, 1.5],
  )
  expect(fit.raters[0]?.inconsistency.value).toBeCloseTo(fit.raters[1]?.inconsistency.value ?? 0, 12)
})

test('a rater with one rating is left out by name and changes no figure', () => {
  const more = fitOf(ratingsFromLines(sixteenByTen.map((line, item) => `${line}${item === 3 ? '5' : '.'}`)))
  expect(more.items).toEqual(fitOf(study).items)
  expect(more.raters[10]).toEqual({
    n: 1,
    bias: { value: null, reason: 'too-few-items' },
    inconsistency: { value: null, reason: 'too-few-items' },
  })
})

test('a rater who always says the same is only inconsistent', () => {
  const fit = fitOf(ratingsFromLines(sixteenByTen.map((line) => `${line}3`)))
  expect(fit.raters[10]?.inconsistency.value).toBeGreaterThan(0.8)
})

test('raters who agree but for their biases have no inconsistency, and scores without error', () => {
  const fit = fitOf(ratingsFromLines(['123', '234', '345', '123']))
  close(
    fit.items.map(({ score }) => score.value),
    [2, 3, 4, 2],
  )
  close(
    fit.raters.map(({ bias }) => bias.value),
    [-1, 0, 1],
  )
  close(
    [...fit.items.map(({ se }) => se.value), ...fit.raters.map((rater) => rater.inconsistency.value)],
    Array(7).fill(0),
  )
  const equal = fitOf({ ...study, value: study.value.map(() => 0.1) })
  close([equal.items[4]?.score.value, equal.raters[4]?.bias.value], [0.1, 0])
  const perfect = biasInconsistencyMle(ratingsFromLines(['123', '234', '345', '123']))
  expect(perfect).toEqual({ reason: 'unbounded', raters: [0, 1, 2] })
})

test('no ratings, one rater, no item with two ratings, groups without a common item: named outcomes', () => {
  expect(annexE(ratingsFromLines([]))).toEqual({ reason: 'no-ratings' })
  expect(annexE(ratingsFromLines(['1', '2', '5']))).toEqual({ reason: 'too-few-raters' })
  expect(annexE(ratingsFromLines(['123']))).toEqual({ reason: 'too-few-raters' })
  expect(annexE(ratingsFromLines(['1.', '2.', '.3', '.4']))).toEqual({ reason: 'no-pairs' })
  expect(annexE(ratingsFromLines(['12..', '31..', '..45', '..52']))).toEqual({
    reason: 'disconnected',
    components: [
      [0, 1],
      [2, 3],
    ],
  })
})

test('renumbering raters and reordering rows changes nothing; a shift moves scores alone; a scale scales', () => {
  const fit = fitOf(study)
  const turned = fitOf({
    ...study,
    item: study.item.toReversed(),
    rater: study.rater.toReversed().map((by) => 9 - by),
    value: study.value.toReversed().map((rating) => 2 * rating + 7),
  })
  close(
    turned.items.map(({ score }) => score.value),
    fit.items.map(({ score }) => 2 * (score.value ?? 0) + 7),
  )
  close(
    turned.items.map(({ se }) => se.value),
    fit.items.map(({ se }) => 2 * (se.value ?? 0)),
  )
  close(
    turned.raters.toReversed().map(({ inconsistency }) => inconsistency.value),
    fit.raters.map(({ inconsistency }) => 2 * (inconsistency.value ?? 0)),
  )
})

test('planted biases and inconsistencies are found again', () => {
  const random = seededRandom(11)
  const [items, raters] = [2000, 12]
  const quality = Float64Array.from({ length: items }, () => 3 + normalDraw(random))
  const item = Int32Array.from({ length: items * raters }, (_, row) => Math.floor(row / raters))
  const rater = Int32Array.from({ length: items * raters }, (_, row) => row % raters)
  const value = Float64Array.from(item, (of, row) => {
    const by = rater[row] ?? 0
    return (quality[of] ?? 0) + (by - 5.5) / 10 + (0.6 + by / 30) * normalDraw(random)
  })
  const fit = fitOf({ items, raters, item, rater, value })
  fit.raters.forEach(({ bias, inconsistency }, by) => {
    expect(Math.abs((bias.value ?? 0) - (by - 5.5) / 10)).toBeLessThan(0.1)
    expect(Math.abs((inconsistency.value ?? 0) - (0.6 + by / 30))).toBeLessThan(0.1)
  })
})
