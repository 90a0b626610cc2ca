import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreedScore, requiredScores } from './agreed-score'
import { cellCollector } from './cells'
import { scoreRow, settingsFor } from './small-board'

const terms = { rule: 'median', toleranceSteps: 1, step: 1, required: 3 } as const

test('the median within the tolerance, else arbitration', () => {
  expect(agreedScore([4, 5, 4], terms)).toEqual({ status: 'agreed', value: 4 })
  expect(agreedScore([4, 5, 4, 5], terms)).toEqual({ status: 'agreed', value: 4.5 })
  expect(agreedScore([3, 5, 4], terms)).toEqual({ status: 'needs_arbitration' })
  expect(agreedScore([1, 5, 4], { ...terms, toleranceSteps: null })).toEqual({ status: 'agreed', value: 4 })
})

test('the tolerance is in steps of the scale', () => {
  expect(agreedScore([0.1, 0.4, 0.3], { ...terms, step: 0.1, toleranceSteps: 3 }).status).toBe('agreed')
  expect(agreedScore([0.1, 0.4, 0.3], { ...terms, step: 0.1, toleranceSteps: 2 }).status).toBe(
    'needs_arbitration',
  )
})

test('mean and trimmed mean; P.910 is refused by name', () => {
  expect(agreedScore([1, 1, 2], { ...terms, rule: 'mean' })).toEqual({ status: 'agreed', value: 4 / 3 })
  expect(agreedScore([1, 1, 2], { ...terms, rule: 'trimmed' })).toEqual({ status: 'agreed', value: 1 })
  expect(() => agreedScore([1, 1, 2], { ...terms, rule: 'p910' })).toThrow('p910')
})

test('too few scores are incomplete, none at all too', () => {
  expect(agreedScore([4, 4], terms)).toEqual({ status: 'incomplete' })
  expect(agreedScore([], { ...terms, required: 0 })).toEqual({ status: 'incomplete' })
})

test('order never matters, and an agreed value lies among the scores', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 9 }), (scores) => {
      const agreed = agreedScore(scores, terms)
      expect(agreedScore(scores.toReversed(), terms)).toEqual(agreed)
      expect(agreed.status === 'agreed').toBe(Math.max(...scores) - Math.min(...scores) <= 1)
      if (agreed.status === 'agreed') expect(agreed.value).toBeGreaterThanOrEqual(Math.min(...scores))
    }),
  )
})

test('an output that cannot be judged needs fewer scores, but at least half of k', () => {
  const { method } = settingsFor({ models: {}, prompts: {}, weights: {}, abilities: [] })
  expect([0, 1, 2, 3].map((handedBack) => requiredScores(method, handedBack))).toEqual([3, 2, 2, 2])
  expect(requiredScores({ ...method, source: 'imported' }, 0)).toBe(1)
})

test('scores that do not count are in no cell, but in its provenance', () => {
  const settings = settingsFor({
    models: { a: 'model' },
    prompts: { p1: [] },
    weights: { accuracy: 1 },
    abilities: [],
  })
  const collector = cellCollector(settings)
  const row = { prompt: 'p1', model: 'a', criterion: 'accuracy', score: 4 }
  collector.add(scoreRow({ ...row, rater: 'r1' }))
  collector.add(scoreRow({ ...row, rater: 'r2' }))
  collector.add({ ...scoreRow({ ...row, score: null, rater: 'r3' }), reason: 'cannot_judge' })
  collector.add({ ...scoreRow({ ...row, score: 1, rater: 'r4' }), counts: false, reason: 'excluded' })
  collector.add({
    ...scoreRow({ ...row, criterion: 'gone', rater: 'r5' }),
    counts: false,
    reason: 'rubric_version',
  })
  const { cells, raters } = collector.judged()
  expect(cells).toHaveLength(1)
  expect(cells[0]).toMatchObject({
    scores: [4, 4],
    cannotJudge: 1,
    agreement: { status: 'agreed', value: 4 },
  })
  expect(cells[0]?.notCounting.map(({ reason }) => reason)).toEqual(['cannot_judge', 'excluded'])
  expect(raters).toBe(2)
  expect(() => collector.add(scoreRow({ ...row, model: 'b', rater: 'r1' }))).toThrow('model "b"')
})
