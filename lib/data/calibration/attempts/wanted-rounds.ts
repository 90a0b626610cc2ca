import { isRoundWanted } from '@/lib/domain/quality/calibration/recalibration'
import type { CalibrationState } from '@/lib/domain/quality/calibration/calibration-state'
import { calibrationGrounds } from '@/lib/data/calibration/anchors/grounds'
import { supplyOf } from '@/lib/data/calibration/anchors/supply'
import type { Transaction } from '@/lib/data/db'
import { beginOn } from './begin'

/**
 * Notes that a repaired rubric wants another round of everybody who calibrated under an earlier version, at work or not.
 * Returns how many these are.
 */
export function wantRounds(
  tx: Transaction,
  { studyId, version }: { studyId: string; version: number },
): Promise<number> {
  return tx.$executeRaw`
    UPDATE calibration SET state = state || '{"wanted": "rubric"}'::jsonb, updated_at = now()
    WHERE study_id = ${studyId}::uuid AND (state->'rounds'->-1->>'rubricVersion')::int < ${version}::int
      AND state->'rounds'->-1->'decision'->>'kind' IS DISTINCT FROM 'decline'`
}

/**
 * Begins the rounds that are wanted, for raters at work, as soon as the anchors suffice: after a repair, and after each
 * anchor that is made. Whoever is away finds it begun at the next claim. Returns how many began.
 */
export async function beginWantedRounds(tx: Transaction, studyId: string): Promise<number> {
  const waiting = await tx.$queryRaw<{ raterId: string; state: CalibrationState }[]>`
    SELECT c.rater_id AS "raterId", c.state FROM calibration c
    JOIN enrolment e ON e.study_id = c.study_id AND e.rater_id = c.rater_id AND e.state = 'active'
    WHERE c.study_id = ${studyId}::uuid AND c.state ? 'wanted' ORDER BY c.rater_id`
  if (waiting.length === 0 || !(await supplyOf(tx, studyId)).inForce) return 0
  const grounds = await calibrationGrounds(tx, studyId)
  let begun = 0
  for (const { raterId, state } of waiting) {
    if (!isRoundWanted(state, grounds.rubric.version)) continue
    if (await beginOn(tx, grounds, { studyId, raterId, reason: 'rubric' })) begun += 1
  }
  return begun
}
