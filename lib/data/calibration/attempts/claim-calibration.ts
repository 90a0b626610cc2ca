import type { Rater } from '@/lib/domain/people/actor'
import { recalibrationDue } from '@/lib/domain/quality/calibration/recalibration'
import type { BlindTask, Progress } from '@/lib/domain/rating/blind-task'
import { db, type Transaction } from '@/lib/data/db'
import { heldTasks } from '@/lib/data/desk/held-tasks'
import { studyHead } from '@/lib/data/quality/study-head'
import { attemptProgress } from './attempt-work'
import { beginOn } from './begin'
import { calibrationGrounds } from '@/lib/data/calibration/anchors/grounds'
import { lockCalibration, type LockedCalibration } from './kept-state'
import { leaseAttempt, openAttempt } from './lease-attempt'

type Claimed = { task: BlindTask | null; tasks: BlindTask[]; progress: Progress; calibrates: true }

/**
 * The tasks of a rater's attempt at calibration, in order, `hold` at once; progress is that of the attempt. No task where
 * none is under way: the result is read first, or a person decides. Null where the rater is at work by now.
 */
export async function claimCalibration(rater: Rater, slug: string, hold: number): Promise<Claimed | null> {
  const progress = await db.$transaction(async (tx) => {
    const who = { studyId: (await studyHead(tx, slug)).id, raterId: rater.id }
    const kept = await current(tx, await lockCalibration(tx, who))
    if (kept.enrolment === 'active') return null
    const attempt = await openAttempt(tx, kept)
    if (!attempt) return { done: 0, left: 0 }
    await leaseAttempt(tx, kept, { attempt, hold })
    return attemptProgress(attempt.work)
  })
  if (!progress) return null
  const tasks = await heldTasks(rater, slug)
  return { task: tasks[0] ?? null, tasks, progress, calibrates: true }
}

/**
 * A round under an older version of the rubric is begun anew under the version in force. Where that has too few anchors,
 * there is nothing to calibrate on, and the rater is let in.
 */
async function current(tx: Transaction, kept: LockedCalibration): Promise<LockedCalibration> {
  const grounds = await calibrationGrounds(tx, kept.studyId)
  const { version } = grounds.rubric
  if (kept.enrolment !== 'calibrating' || recalibrationDue(kept.state, version) !== 'rubric') return kept
  const { studyId, raterId } = kept
  const isBegun = await beginOn(tx, grounds, { studyId, raterId, reason: 'rubric' })
  if (!isBegun)
    await tx.enrolment.update({ where: { studyId_raterId: { studyId, raterId } }, data: { state: 'active' } })
  return lockCalibration(tx, kept)
}
