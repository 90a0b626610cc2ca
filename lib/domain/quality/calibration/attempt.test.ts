import { describe, expect, it } from 'vitest'
import type { Anchor } from './anchor'
import { calibrationRules } from './calibration-rules'
import { scoreAttempt } from './score-attempt'
import { criteriaOf } from './simulation'

const criteria = criteriaOf(1)
const terms = { criteria, rules: calibrationRules.parse({}) }

const anchorAt = (agreed: number, index: number): Anchor => ({
  id: `a${index}`,
  taskId: `a${index}`,
  rubricVersion: 1,
  cells: [
    {
      criterionId: 'c0',
      agreed,
      band: { low: Math.max(1, agreed - 1), high: Math.min(5, agreed + 1) },
      reason: 'because',
      experts: [agreed, agreed],
    },
  ],
})
const anchors = [1, 1, 2, 3, 3, 4, 5, 5, 2, 4].map(anchorAt)
const scored = (scoreOf: (agreed: number, index: number) => number | null) =>
  Object.fromEntries(
    anchors.map(({ id, cells }, index) => {
      const score = scoreOf(cells[0]?.agreed ?? 0, index)
      return [id, score === null ? {} : { c0: score }]
    }),
  )

describe('an attempt', () => {
  it('passes with eight of ten inside the band, and fails with seven', () => {
    const eight = scoreAttempt(
      anchors,
      scored((agreed, index) => (index === 0 ? 3 : index === 6 ? 3 : agreed)),
      terms,
    )
    expect(eight).toMatchObject({ cells: 10, inside: 8, biasSteps: 0, passed: true, missed: [] })
    const seven = scoreAttempt(
      anchors,
      scored((agreed, index) => (index < 2 ? 3 : index === 6 ? 3 : agreed)),
      terms,
    )
    expect(seven).toMatchObject({ inside: 7, passed: false, missed: ['inside_band'] })
  })

  it('fails on bias alone: always one step above the experts, inside every band', () => {
    const lenient = scoreAttempt(
      anchors,
      scored((agreed) => Math.min(5, agreed + 1)),
      terms,
    )
    expect(lenient).toMatchObject({ inside: 10, biasSteps: 0.8, passed: false, missed: ['bias_high'] })
    const severe = scoreAttempt(
      anchors,
      scored((agreed) => Math.max(1, agreed - 1)),
      terms,
    )
    expect(severe.missed).toEqual(['bias_low'])
  })

  it('passes with a bias of exactly half a step', () => {
    const half = scoreAttempt(
      anchors,
      scored((agreed, index) => (index < 5 ? agreed + 1 : agreed)),
      terms,
    )
    expect(half).toMatchObject({ biasSteps: 0.5, passed: true })
  })

  it('counts what was not judged as outside the band and not for the bias', () => {
    const some = scoreAttempt(
      anchors,
      scored((agreed, index) => (index < 3 ? null : agreed)),
      terms,
    )
    expect(some).toMatchObject({ cells: 10, inside: 7, biasSteps: 0, passed: false })
    const none = scoreAttempt(anchors, {}, terms)
    expect(none).toMatchObject({ inside: 0, biasSteps: null, passed: false, missed: ['inside_band'] })
  })

  it('gives feedback per cell: own score, agreed score, band, reason', () => {
    const { feedback, byCriterion } = scoreAttempt(
      anchors,
      scored(() => 3),
      terms,
    )
    expect(feedback[0]).toEqual({
      anchorId: 'a0',
      criterionId: 'c0',
      agreed: 1,
      band: { low: 1, high: 2 },
      reason: 'because',
      score: 3,
      inside: false,
      differenceSteps: 2,
    })
    expect(byCriterion).toEqual([{ criterionId: 'c0', cells: 10, inside: 6, biasSteps: 0 }])
  })
})
