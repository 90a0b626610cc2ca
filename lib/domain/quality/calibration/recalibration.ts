import { standingOf, type CalibrationState } from './calibration-state'

/**
 * Whether a new round is due by itself, and why: on entering, or because the rubric has changed since the last one, also
 * one that is under way. A rater who was turned away stays so. Drift and a person's wish begin their rounds at once.
 */
export function recalibrationDue(
  state: CalibrationState,
  rubricVersion: number,
): 'enrolment' | 'rubric' | null {
  const round = state.rounds.at(-1)
  if (!round) return 'enrolment'
  if (standingOf(state).kind === 'declined') return null
  return round.rubricVersion === rubricVersion ? null : 'rubric'
}

/**
 * Whether a round that a repaired rubric asked for should begin now: it was asked of this rater, has not begun, and the
 * rater was not turned away meanwhile. Whether the anchors suffice is seen when it is drawn.
 */
export function isRoundWanted(state: CalibrationState, rubricVersion: number): boolean {
  return state.wanted === 'rubric' && recalibrationDue(state, rubricVersion) === 'rubric'
}
