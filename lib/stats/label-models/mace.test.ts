import { expect, test } from 'vitest'
import { indexDraw, uniformDraw } from '@/lib/stats/random/draws'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import type { Labels } from '@/lib/stats/ratings'
import { anaesthetists, labelsFromLines } from '@/lib/stats/rater-models/examples'
import { mace, type MaceOptions } from './mace'

function fitted(labels: Labels, options: MaceOptions) {
  const fit = mace(labels, options)
  if (fit.reason !== null) throw new Error(fit.reason)
  return fit
}

// Literals are those of crowd-kit's MACE after 400 iterations; a plain numpy program of the paper's equations agrees.
test.each([
  {
    method: 'variational' as const,
    competence: [
      0.8247109007330086, 0.617101648804062, 0.736877461643767, 0.8102998236242531, 0.7524463798090711,
    ],
    logLikelihood: -256.1410059570337,
    habit: [0.24919663729789282, 0.34697287193412923, 0.21188349545858154, 0.16821864015653207],
  },
  {
    method: 'em' as const,
    competence: [
      0.7849152006592125, 0.6645837179715632, 0.7123096296250142, 0.8450896725314009, 0.7227406681879421,
    ],
    logLikelihood: -245.38747941460872,
    habit: [0.22831250742739786, 0.5754672625160305, 0.196090512098733, 0.0001297179578384821],
  },
])('the anaesthetists’ competences by $method', ({ method, competence, logLikelihood, habit }) => {
  const fit = fitted(anaesthetists, { seed: 1, method, tolerance: 1e-10 })
  expect(fit.converged).toBe(true)
  competence.forEach((known, rater) => expect(fit.competence[rater]?.value).toBeCloseTo(known, 7))
  habit.forEach((share, label) => expect(fit.strategy[label]).toBeCloseTo(share, 7))
  expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 7)
})

test('raters who guess are told from raters who know, and the seed decides the same', () => {
  const { labels, truth } = spammers()
  const fit = fitted(labels, { seed: 3, restarts: 3 })
  const share = (rater: number) => fit.competence[rater]?.value ?? 0
  for (const rater of [0, 1, 2, 3]) expect(Math.abs(share(rater) - 0.7)).toBeLessThan(0.1)
  for (const rater of [4, 5]) expect(share(rater)).toBeLessThan(0.1)
  // The rater who always says 2 when guessing.
  expect(fit.strategy[5 * 3 + 2]).toBeGreaterThan(0.9)
  expect(fit.label.filter((label, item) => label === truth[item]).length).toBeGreaterThan(460)
  expect(fitted(labels, { seed: 3, restarts: 3 })).toEqual(fit)
})

test('no labels, one rater, no pair, one category in use, too many categories: named outcomes', () => {
  const seed = { seed: 1 }
  expect(mace(labelsFromLines([], 2), seed)).toEqual({ reason: 'no-ratings' })
  expect(mace(labelsFromLines(['0', '1'], 2), seed)).toEqual({ reason: 'too-few-raters' })
  expect(mace(labelsFromLines(['0.', '.1'], 2), seed)).toEqual({ reason: 'no-pairs' })
  expect(mace(labelsFromLines(['00', '00'], 2), seed)).toEqual({ reason: 'constant' })
  expect(() => mace({ ...anaesthetists, categories: 1_000_000 }, seed)).toThrow('too many')
})

test('a rater without labels has no competence, an item without labels no label', () => {
  const fit = fitted({ ...anaesthetists, raters: 6, items: 46 }, { seed: 1, restarts: 1 })
  expect(fit.competence[5]).toEqual({ value: null, reason: 'no-ratings' })
  expect(fit.label[45]).toBeNull()
})

/** 500 items of three classes: four raters who know 70 %, one who guesses evenly, one who always says 2. */
function spammers(): { labels: Labels; truth: Int32Array } {
  const random = seededRandom(9)
  const truth = Int32Array.from({ length: 500 }, () => indexDraw(3, random))
  const item = Int32Array.from({ length: 3000 }, (_, row) => Math.floor(row / 6))
  const rater = Int32Array.from({ length: 3000 }, (_, row) => row % 6)
  const label = item.map((of, row) => {
    const by = rater[row] ?? 0
    if (by === 5) return 2
    return by < 4 && uniformDraw(random) < 0.7 ? (truth[of] ?? 0) : indexDraw(3, random)
  })
  return { labels: { items: 500, raters: 6, categories: 3, item, rater, label }, truth }
}
