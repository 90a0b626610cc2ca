import type { AttemptResult } from './score-attempt'

/** Why a rater calibrates: on entering, or again. */
export type CalibrationReason = 'enrolment' | 'drift' | 'rubric' | 'asked'

/** What is kept of an attempt beside its scores, which are ratings of assignments of the kind `calibration`. */
export type AttemptRecord = Pick<AttemptResult, 'cells' | 'inside' | 'biasSteps' | 'passed' | 'missed'> & {
  /** ISO 8601. */
  at: string
}

export type Attempt = { anchorIds: string[]; result: AttemptRecord | null }

/** What a person decided after the last attempt failed. */
export type CalibrationDecision = {
  kind: 'admit' | 'decline'
  by: string
  reason: string
  at: string
}

/** One time of calibrating: its attempts, on anchors of one rubric version. */
export type CalibrationRound = {
  reason: CalibrationReason
  rubricVersion: number
  since: string
  attempts: Attempt[]
  decision: CalibrationDecision | null
}

/** A rater's calibration in a study, plain data; rounds are added and never taken away, the last one counts. */
export type CalibrationState = {
  rounds: CalibrationRound[]
  /**
   * A repaired rubric asks for another round, which has not begun: there are too few anchors under it yet, or the rater
   * is not at work. The next round answers for it.
   */
  wanted?: 'rubric'
}

export const uncalibrated: CalibrationState = { rounds: [] }

/** Where a rater stands. Only `passed` lets into live work. */
export type CalibrationStanding =
  | { kind: 'none' }
  | { kind: 'attempt'; number: number; of: number; anchorIds: string[] }
  | { kind: 'passed'; at: string; by: 'mark' | 'person' }
  | { kind: 'awaits_decision' }
  | { kind: 'declined'; reason: string }

/**
 * What a rater is let back to after a pause or an exclusion: to work, or to a calibration that was under way. Whoever
 * was turned away stays where that happened.
 */
export function stateOnReturn(state: CalibrationState): 'active' | 'calibrating' {
  const { kind } = standingOf(state)
  return kind === 'none' || kind === 'passed' ? 'active' : 'calibrating'
}

export function standingOf({ rounds }: CalibrationState): CalibrationStanding {
  const round = rounds.at(-1)
  if (!round) return { kind: 'none' }
  const { attempts, decision } = round
  const passed = attempts.find(({ result }) => result?.passed)
  if (passed?.result) return { kind: 'passed', at: passed.result.at, by: 'mark' }
  if (decision?.kind === 'admit') return { kind: 'passed', at: decision.at, by: 'person' }
  if (decision) return { kind: 'declined', reason: decision.reason }
  const index = attempts.findIndex(({ result }) => result === null)
  const open = attempts[index]
  if (!open) return { kind: 'awaits_decision' }
  return { kind: 'attempt', number: index + 1, of: attempts.length, anchorIds: open.anchorIds }
}

/** Ids of anchors whose agreed scores the rater has been shown. */
export function seenAnchors({ rounds }: CalibrationState): string[] {
  const shown = rounds.flatMap(({ attempts }) => attempts.filter(({ result }) => result !== null))
  return [...new Set(shown.flatMap(({ anchorIds }) => anchorIds))]
}
