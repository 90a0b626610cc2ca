import { randomInt } from 'node:crypto'
import { beginRound } from '@/lib/domain/quality/calibration/calibration-steps'
import { seenAnchors, type CalibrationReason } from '@/lib/domain/quality/calibration/calibration-state'
import { drawAttempts, type DrawnAttempts } from '@/lib/domain/quality/calibration/draw-attempts'
import { isRunning } from '@/lib/domain/study/study-state'
import { recordAudit } from '@/lib/data/audit'
import type { Transaction } from '@/lib/data/db'
import { raterColumnsSql, suitsSql } from '@/lib/data/desk/suits-sql'
import { calibrationGrounds, type Grounds } from '@/lib/data/calibration/anchors/grounds'
import { expireLeases } from '@/lib/data/cells/counting/expire-leases'
import { lockCalibration, saveCalibration, type LockedCalibration, type Who } from './kept-state'

/**
 * Lets a rater calibrate, or calibrate again: draws the attempts and keeps the rater from live work until one of them is
 * passed. What the rater holds goes back into the line at once: it is not to be sent by the scale that is in doubt. The
 * draft stays on the rater's device, and with the rater's next turn at the same texts it is there again.
 *
 * @returns false where the anchors that suit the rater (language, skills, no conflict of interest) do not suffice, the
 *   rater no longer takes part, or the study takes no more work; nothing is changed
 */
export async function beginCalibration(
  tx: Transaction,
  begun: Who & { reason: CalibrationReason },
): Promise<boolean> {
  return beginOn(tx, await calibrationGrounds(tx, begun.studyId), begun)
}

/** The same for many raters of a study, whose grounds are known. */
export async function beginOn(
  tx: Transaction,
  grounds: Grounds,
  begun: Who & { reason: CalibrationReason },
): Promise<boolean> {
  const kept = await lockCalibration(tx, begun)
  if (kept.enrolment === 'excluded' || kept.enrolment === 'finished') return false
  if (kept.study !== 'draft' && !isRunning(kept.study)) return false
  const drawn = await drawFor(tx, grounds, kept)
  if (drawn.kind === 'refused') return false
  const { studyId, raterId, reason } = begun
  await expireLeases(tx, kept)
  const start = { reason, rubricVersion: grounds.rubric.version, attempts: drawn.attempts }
  await saveCalibration(tx, kept, beginRound(kept.state, start, new Date()))
  await tx.enrolment.update({
    where: { studyId_raterId: { studyId, raterId } },
    data: { state: 'calibrating' },
  })
  const detail = { reason, reused: drawn.reused, risk: drawn.risk }
  await recordAudit(tx, {
    actorId: raterId,
    action: 'calibration.begun',
    subjectId: raterId,
    studyId,
    detail,
  })
  return true
}

/**
 * Attempts on anchors that suit the rater, new ones first, then those that the rater has seen. What came as a hidden check
 * stays out: shown again with its agreed scores, it would be known as one.
 */
export async function drawFor(
  tx: Transaction,
  { studyId, anchors, rubric, rules }: Grounds,
  kept: LockedCalibration,
): Promise<DrawnAttempts> {
  const tasks = await tx.$queryRaw<{ id: string; known: boolean }[]>`
    WITH seat AS (
      SELECT ${raterColumnsSql} FROM enrolment e LEFT JOIN person ON person.account_id = e.rater_id
      WHERE e.study_id = ${studyId}::uuid AND e.rater_id = ${kept.raterId}::uuid)
    SELECT q.id, EXISTS (SELECT FROM assignment had WHERE had.task_id = q.id AND had.rater_id = ${kept.raterId}::uuid) AS known
    FROM task q WHERE q.id = ANY (${[...new Set(anchors.map(({ taskId }) => taskId))]}::uuid[]) AND ${suitsSql}
      AND NOT EXISTS (SELECT FROM assignment had
        WHERE had.task_id = q.id AND had.rater_id = ${kept.raterId}::uuid AND had.kind = 'check')`
  const suits = new Set(tasks.map(({ id }) => id))
  const known = new Set(tasks.flatMap((task) => (task.known ? task.id : [])))
  const own = anchors.filter(({ taskId }) => suits.has(taskId))
  const seen = [
    ...seenAnchors(kept.state),
    ...own.filter(({ taskId }) => known.has(taskId)).map(({ id }) => id),
  ]
  return drawAttempts({ anchors: own, rubric, seen }, { rules, seed: randomInt(2 ** 32) })
}
