import { standingOf, type CalibrationReason, type CalibrationState } from './calibration-state'

export type RecalibrationFacts = {
  /** Whether the study has anchors for its rubric; without any there is nothing to calibrate on. */
  hasAnchors: boolean
  rubricVersion: number
  /** When the rater was last found to drift, and when a person last asked for a recalibration; null = never. */
  driftAt: Date | null
  askedAt: Date | null
}

/**
 * Whether a new round is due, and why. A round answers for everything that happened before it began; one that is
 * under way is replaced only where the rubric has changed, and a rater who was turned away stays so.
 */
export function recalibrationDue(
  state: CalibrationState,
  { hasAnchors, rubricVersion, driftAt, askedAt }: RecalibrationFacts,
): CalibrationReason | null {
  if (!hasAnchors) return null
  const standing = standingOf(state)
  const round = state.rounds.at(-1)
  if (!round) return 'enrolment'
  if (standing.kind === 'declined') return null
  if (round.rubricVersion !== rubricVersion) return 'rubric'
  if (standing.kind !== 'passed') return null
  const since = Date.parse(round.since)
  if (askedAt && askedAt.getTime() > since) return 'asked'
  return driftAt && driftAt.getTime() > since ? 'drift' : null
}

/**
 * Whether a round that a repaired rubric asked for should begin now: it was asked of this rater, has not begun, and the
 * rater was not turned away meanwhile. Whether the anchors suffice is seen when it is drawn.
 */
export function isRoundWanted(state: CalibrationState, rubricVersion: number): boolean {
  const facts = { hasAnchors: true, rubricVersion, driftAt: null, askedAt: null }
  return state.wanted === 'rubric' && recalibrationDue(state, facts) === 'rubric'
}
