import { UserError } from '@/lib/domain/user-error'
import {
  standingOf,
  type AttemptRecord,
  type CalibrationDecision,
  type CalibrationReason,
  type CalibrationRound,
  type CalibrationState,
} from './calibration-state'
import type { AttemptResult } from './score-attempt'

type RoundStart = {
  reason: CalibrationReason
  rubricVersion: number
  /** From `drawAttempts`. */
  attempts: readonly string[][]
}

/**
 * A new round, which answers for whatever was wanted. One that was under way stays on record and no longer counts: its
 * rubric or its rater has changed.
 */
export function beginRound(state: CalibrationState, start: RoundStart, now: Date): CalibrationState {
  const { reason, rubricVersion } = start
  const attempts = start.attempts.map((anchorIds) => ({ anchorIds: [...anchorIds], result: null }))
  return {
    rounds: [...state.rounds, { reason, rubricVersion, since: now.toISOString(), attempts, decision: null }],
  }
}

/**
 * Files the result of the attempt that is open. What follows is read with `standingOf`: passed, the next attempt, or a
 * person's decision.
 *
 * @throws UserError `conflict` where no attempt is open: it was sent twice, or another round began meanwhile
 */
export function completeAttempt(
  state: CalibrationState,
  { cells, inside, biasSteps, passed, missed }: AttemptResult,
  now: Date,
): CalibrationState {
  const standing = standingOf(state)
  if (standing.kind !== 'attempt') throw new UserError('conflict', 'No attempt at calibration is open.')
  const result: AttemptRecord = { cells, inside, biasSteps, passed, missed, at: now.toISOString() }
  return withLast(state, (round) => ({
    ...round,
    attempts: round.attempts.map((attempt, index) =>
      index === standing.number - 1 ? { ...attempt, result } : attempt,
    ),
  }))
}

type Decided =
  | Omit<CalibrationDecision, 'at'>
  /** One more attempt on these anchors. */
  | { kind: 'another'; anchorIds: readonly string[] }

/**
 * What a person decides after the last attempt: let in, turn away, or one more attempt.
 *
 * @throws UserError `conflict` where there is nothing to decide, say because another inspector has done so;
 *   `invalid` without a reason
 */
export function decideRound(state: CalibrationState, decided: Decided, now: Date): CalibrationState {
  if (standingOf(state).kind !== 'awaits_decision')
    throw new UserError('conflict', 'This calibration does not wait for a decision.')
  if (decided.kind === 'another') {
    const attempt = { anchorIds: [...decided.anchorIds], result: null }
    return withLast(state, (round) => ({ ...round, attempts: [...round.attempts, attempt] }))
  }
  const reason = decided.reason.trim()
  if (reason === '')
    throw new UserError('invalid', 'A decision needs a reason.', { fields: { reason: 'missing' } })
  const { kind, by } = decided
  const decision = { kind, by, reason, at: now.toISOString() }
  return withLast(state, (round) => ({ ...round, decision }))
}

function withLast(
  state: CalibrationState,
  change: (round: CalibrationRound) => CalibrationRound,
): CalibrationState {
  const last = state.rounds.length - 1
  return { ...state, rounds: state.rounds.map((round, index) => (index === last ? change(round) : round)) }
}
