import { expect, test } from 'vitest'
import { inspectionSent } from './inspection-input'

const named = { inspectionId: '2f1c0b5e-6f0b-4c1a-9d53-1f8f6a1b2c3d', idempotencyKey: 'a-key-of-mine' }

test('an inspection is scores, or why there are none, within bounds', () => {
  expect(inspectionSent.parse({ ...named, scores: { accuracy: 4 } })).toEqual({
    ...named,
    scores: { accuracy: 4 },
    hardRulesBroken: [],
    cannotJudge: null,
  })
  expect(inspectionSent.safeParse({ ...named, scores: {}, cannotJudge: 'no sound' }).success).toBe(true)
  const refused = [
    { ...named, scores: {} },
    { ...named, scores: {}, cannotJudge: 'x'.repeat(501) },
    { ...named, inspectionId: 'A', scores: { accuracy: 4 } },
  ]
  for (const each of refused) expect(inspectionSent.safeParse(each).success).toBe(false)
})

test('a hard rule that no rubric names cannot have been broken', () => {
  const sent = { ...named, scores: { accuracy: 4 }, hardRulesBroken: ['left empty'] }
  expect(inspectionSent.safeParse(sent).error?.issues).toMatchObject([
    { path: ['hardRulesBroken'], message: '1 came, expected none: this rubric has no hard rules.' },
  ])
})
