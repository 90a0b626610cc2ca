import { describe, expect, it } from 'vitest'
import {
  seenAnchors,
  standingOf,
  stateOnReturn,
  uncalibrated,
  type CalibrationState,
} from './calibration-state'
import { beginRound, completeAttempt, decideRound } from './calibration-steps'
import { isRoundWanted, recalibrationDue } from './recalibration'
import type { AttemptResult } from './score-attempt'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour))
const result = (passed: boolean): AttemptResult => ({
  cells: 24,
  inside: passed ? 22 : 10,
  biasSteps: 0.1,
  passed,
  missed: passed ? [] : ['inside_band'],
  byCriterion: [],
  feedback: [],
})
const start = {
  reason: 'enrolment' as const,
  rubricVersion: 1,
  attempts: [
    ['a', 'b'],
    ['c', 'd'],
  ],
}
const begun = beginRound(uncalibrated, start, at(1))
const failedTwice = completeAttempt(completeAttempt(begun, result(false), at(2)), result(false), at(3))

describe('calibration', () => {
  it('begins with the first attempt and goes on to the second on other anchors', () => {
    expect(standingOf(begun)).toEqual({ kind: 'attempt', number: 1, of: 2, anchorIds: ['a', 'b'] })
    const failed = completeAttempt(begun, result(false), at(2))
    expect(standingOf(failed)).toEqual({ kind: 'attempt', number: 2, of: 2, anchorIds: ['c', 'd'] })
  })

  it('is passed with either attempt', () => {
    const first = completeAttempt(begun, result(true), at(2))
    expect(standingOf(first)).toEqual({ kind: 'passed', at: at(2).toISOString(), by: 'mark' })
    const second = completeAttempt(completeAttempt(begun, result(false), at(2)), result(true), at(3))
    expect(standingOf(second)).toMatchObject({ kind: 'passed' })
  })

  it('waits for a person after the second failure, who lets in, turns away or asks once more', () => {
    expect(standingOf(failedTwice)).toEqual({ kind: 'awaits_decision' })
    const decided = (kind: 'admit' | 'decline') =>
      decideRound(failedTwice, { kind, by: 'inspector-1', reason: 'known to us' }, at(4))
    expect(standingOf(decided('admit'))).toMatchObject({ kind: 'passed', by: 'person' })
    expect(standingOf(decided('decline'))).toEqual({ kind: 'declined', reason: 'known to us' })
    const again = decideRound(failedTwice, { kind: 'another', anchorIds: ['e'] }, at(4))
    expect(standingOf(again)).toEqual({ kind: 'attempt', number: 3, of: 3, anchorIds: ['e'] })
  })

  it('refuses a second decision, a decision without a reason, and a result where no attempt is open', () => {
    const decline = { kind: 'decline' as const, by: 'inspector-2', reason: 'too far off' }
    const decided = decideRound(failedTwice, decline, at(4))
    expect(() => decideRound(decided, decline, at(5))).toThrow('does not wait')
    expect(() => decideRound(failedTwice, { ...decline, reason: ' ' }, at(5))).toThrow('needs a reason')
    expect(() => completeAttempt(failedTwice, result(true), at(5))).toThrow('No attempt')
  })

  it('is plain data and changes nothing that was there', () => {
    const copy = JSON.stringify(begun)
    completeAttempt(begun, result(true), at(2))
    expect(JSON.stringify(begun)).toBe(copy)
    expect(JSON.parse(JSON.stringify(failedTwice))).toEqual(failedTwice)
  })

  it('counts an anchor as seen once its attempt is over', () => {
    expect(seenAnchors(begun)).toEqual([])
    expect(seenAnchors(failedTwice)).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('recalibration', () => {
  const passed = completeAttempt(begun, result(true), at(2))

  it('is due on entering, and after a change of the rubric', () => {
    expect(recalibrationDue(uncalibrated, 1)).toBe('enrolment')
    expect(recalibrationDue(passed, 1)).toBeNull()
    expect(recalibrationDue(passed, 2)).toBe('rubric')
    const again = beginRound(passed, { ...start, reason: 'drift' }, at(6))
    expect(recalibrationDue(again, 1)).toBeNull()
  })

  it('wanted by a repaired rubric stays wanted until a round begins, and of nobody who was turned away', () => {
    const wanted: CalibrationState = { ...passed, wanted: 'rubric' }
    expect([isRoundWanted(passed, 2), isRoundWanted(wanted, 2), isRoundWanted(wanted, 1)]).toEqual([
      false,
      true,
      false,
    ])
    const underWay: CalibrationState = { ...begun, wanted: 'rubric' }
    expect(isRoundWanted(completeAttempt(underWay, result(true), at(2)), 2)).toBe(true)
    const declined = decideRound(failedTwice, { kind: 'decline', by: 'i', reason: 'no' }, at(4))
    expect(isRoundWanted({ ...declined, wanted: 'rubric' }, 2)).toBe(false)
    const again = beginRound(wanted, { ...start, reason: 'rubric', rubricVersion: 2 }, at(6))
    expect(again.wanted).toBeUndefined()
  })

  it('is where a rater comes back to, unless it is passed or never was', () => {
    expect([uncalibrated, passed, begun, failedTwice].map(stateOnReturn)).toEqual([
      'active',
      'active',
      'calibrating',
      'calibrating',
    ])
  })

  it('replaces a round under way only where the rubric has changed, and lets nobody in who was turned away', () => {
    expect(recalibrationDue(begun, 1)).toBeNull()
    expect(recalibrationDue(begun, 2)).toBe('rubric')
    const declined = decideRound(failedTwice, { kind: 'decline', by: 'i', reason: 'no' }, at(4))
    expect(recalibrationDue(declined, 2)).toBeNull()
  })
})
