import { expect, test } from 'vitest'
import { uniformDraw } from '@/lib/stats/random/draws'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import type { Labels } from '@/lib/stats/ratings'
import { dawidSkene, errorRate } from './dawid-skene'
import { anaesthetists, labelsFromLines } from '@/lib/stats/rater-models/examples'
import type { LatentClasses } from './latent-class-em'
import { oneCoin, raterAccuracy } from './one-coin'

function fitted(fit: LatentClasses) {
  if (fit.reason !== null) throw new Error(fit.reason)
  return fit
}

const said = (label: (number | null)[]) => label.map((one) => (one === null ? '=' : one + 1)).join('')

// Literals are those of an EM that was run until no probability moved by 1e-13; Dawid & Skene print two decimals of them.
test('Dawid and Skene’s own example: shares, error rates, forms and likelihood', () => {
  const fit = fitted(dawidSkene(anaesthetists))
  expect(fit.converged).toBe(true)
  const shares = [0.399554752882, 0.421983391914, 0.111795188537, 0.066666666667]
  shares.forEach((share, category) => expect(fit.prior[category]).toBeCloseTo(share, 7))
  expect(said(fit.label)).toBe('142222132243121111222222112111131224233111212')
  expect(fit.posterior[6 * 4]).toBeCloseTo(0.981020295039, 7)
  expect(fit.posterior[29 * 4 + 1]).toBeCloseTo(0.000854124633, 7)
  expect(fit.logLikelihood).toBeCloseTo(-192.8908812142, 8)
  const firstObserver = [
    [0.889488348686, 0.110511651314, 0, 0],
    [0.07058545053, 0.87637993684, 0.05303461263, 0],
    [0, 0.338821540203, 0.661178459797, 0],
    [0, 0, 0.555555555556, 0.444444444444],
  ]
  firstObserver.forEach((row, truth) =>
    row.forEach((rate, label) =>
      expect(errorRate(fit, { rater: 0, label, truth }).value).toBeCloseTo(rate, 7),
    ),
  )
})

// Literals are those of crowd-kit's OneCoinDawidSkene after 500 iterations.
test('one coin for each anaesthetist: accuracies and shares', () => {
  const fit = fitted(oneCoin(anaesthetists))
  const skills = [
    0.8854304940623753, 0.7007248844389309, 0.8114650106077913, 0.8530677262500674, 0.8089197574200281,
  ]
  skills.forEach((skill, rater) => expect(raterAccuracy(fit, rater).value).toBeCloseTo(skill, 8))
  const shares = [0.40191972677492777, 0.4510997927059387, 0.12462897551087206, 0.022351505008261476]
  shares.forEach((share, category) => expect(fit.prior[category]).toBeCloseTo(share, 7))
  expect(said(fit.label)).toBe('132222132242121111222222112111131223233111212')
})

test('leaps end where plain steps end', () => {
  const slow = fitted(dawidSkene(study(3, 600), { tolerance: 1e-12, maxIterations: 5000 }))
  const quick = fitted(dawidSkene(study(3, 600)))
  expect(quick.converged).toBe(true)
  slow.posterior.forEach((share, at) =>
    expect(Math.abs(share - (quick.posterior[at] ?? 0))).toBeLessThan(1e-4),
  )
  expect(quick.logLikelihood).toBeCloseTo(slow.logLikelihood, 4)
})

test('a fit cut short says so', () => {
  const { converged, iterations } = fitted(dawidSkene(anaesthetists, { maxIterations: 3 }))
  expect({ converged, iterations }).toEqual({ converged: false, iterations: 3 })
})

test('planted error rates are found again, by either model', () => {
  const labels = study(4, 4000)
  const fit = fitted(dawidSkene(labels))
  const coin = fitted(oneCoin(labels))
  for (let rater = 0; rater < 7; rater += 1) {
    const planted = 0.5 + rater / 20
    expect(Math.abs((raterAccuracy(fit, rater).value ?? 0) - planted)).toBeLessThan(0.04)
    expect(Math.abs((raterAccuracy(coin, rater).value ?? 0) - planted)).toBeLessThan(0.03)
    expect(Math.abs((errorRate(fit, { rater, label: 1, truth: 1 }).value ?? 0) - planted)).toBeLessThan(0.06)
  }
})

test('renumbering raters and reordering rows changes no probability', () => {
  const fit = fitted(dawidSkene(anaesthetists))
  const turned = fitted(
    dawidSkene({
      ...anaesthetists,
      item: anaesthetists.item.toReversed(),
      rater: anaesthetists.rater.toReversed().map((by) => 4 - by),
      label: anaesthetists.label.toReversed(),
    }),
  )
  turned.posterior.forEach((share, at) => expect(share).toBeCloseTo(fit.posterior[at] ?? 0, 8))
})

test('no labels, one rater, no item with two labels: named outcomes', () => {
  for (const model of [dawidSkene, oneCoin]) {
    expect(model(labelsFromLines([], 2))).toEqual({ reason: 'no-ratings' })
    expect(model(labelsFromLines(['0', '1', '1'], 2))).toEqual({ reason: 'too-few-raters' })
    expect(model(labelsFromLines(['0.', '.1'], 2))).toEqual({ reason: 'no-pairs' })
  }
})

test('labels that are all equal are right; other truths have no error rates; one item and a rater with one label fit', () => {
  const fit = fitted(dawidSkene(labelsFromLines(['11', '11.', '111'], 2)))
  expect(fit.label).toEqual([1, 1, 1])
  expect(errorRate(fit, { rater: 2, label: 1, truth: 1 }).value).toBe(1)
  expect(errorRate(fit, { rater: 0, label: 0, truth: 0 })).toEqual({ value: null, reason: 'no-ratings' })
  expect(fitted(dawidSkene(labelsFromLines(['01'], 2))).label).toEqual([null])
  expect(fitted(oneCoin(labelsFromLines(['00', '00'], 1))).label).toEqual([0, 0])
})

test('an item without labels has no label, and a rater without labels no accuracy', () => {
  const fit = fitted(dawidSkene({ ...anaesthetists, items: 46, raters: 6 }))
  expect(fit.label[45]).toBeNull()
  expect(fit.posterior[45 * 4 + 1]).toBeCloseTo(0.421983391914, 7)
  expect(fit.logLikelihood).toBeCloseTo(-192.8908812142, 8)
  expect(raterAccuracy(fit, 5).reason).toBe('no-ratings')
})

test('items with so many labels that products underflow are fitted in logarithms', () => {
  const lines = ['0', '1', '0', '1'].map((truth) => (truth + truth + (truth === '0' ? '1' : '0')).repeat(900))
  const fit = fitted(
    oneCoin({
      ...labelsFromLines(lines, 2),
      rater: labelsFromLines(lines, 2).rater.map((by) => by % 3),
      raters: 3,
    }),
  )
  expect(fit.label).toEqual([0, 1, 0, 1])
  const coins = fitted(oneCoin(study(2, 8, 1500)))
  expect(Number.isFinite(coins.logLikelihood)).toBe(true)
  expect(coins.logLikelihood).toBeLessThan(-2000)
})

test('a million categories are refused with the reason', () => {
  expect(() => dawidSkene({ ...anaesthetists, categories: 1_000_000 })).toThrow(
    '1000000 categories are too many for 5 raters and 45 items',
  )
})

/** Items of a class each, labelled by raters who are right with probability 0.5, 0.55, … and else say any other. */
function study(categories: number, items: number, raters = 7): Labels {
  const random = seededRandom(5)
  const rows = items * raters
  const truth = Int32Array.from({ length: items }, () => Math.floor(uniformDraw(random) * categories))
  const item = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / raters))
  const rater = Int32Array.from({ length: rows }, (_, row) => row % raters)
  const label = item.map((of, row) => {
    const right = truth[of] ?? 0
    const skill = 0.5 + ((rater[row] ?? 0) % 7) / 20
    if (uniformDraw(random) < skill) return right
    return (right + 1 + Math.floor(uniformDraw(random) * (categories - 1))) % categories
  })
  return { items, raters, categories, item, rater, label }
}
