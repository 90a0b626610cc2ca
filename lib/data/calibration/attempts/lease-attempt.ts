import { standingOf } from '@/lib/domain/quality/calibration/calibration-state'
import type { Transaction } from '@/lib/data/db'
import { anchorsById, type KeptAnchor } from '@/lib/data/calibration/anchors/anchor-rows'
import { attemptWork, leftIn, type AttemptWork } from './attempt-work'
import { attemptSlot, type LockedCalibration, type Who } from './kept-state'

/** Nobody waits for the tasks of a calibration, so they are held for a day. */
export const CALIBRATION_HOURS = 24

export type OpenAttempt = { number: number; slot: number; anchors: KeptAnchor[]; work: AttemptWork }

/** The attempt under way with its work, null where none is. */
export async function openAttempt(tx: Transaction, kept: LockedCalibration): Promise<OpenAttempt | null> {
  const standing = standingOf(kept.state)
  const round = kept.state.rounds.at(-1)
  if (standing.kind !== 'attempt' || !round) return null
  const slot = attemptSlot(kept.state, standing.number)
  const anchors = await anchorsById(tx, standing.anchorIds, round.rubricVersion)
  return { number: standing.number, slot, anchors, work: await attemptWork(tx, kept, { slot, anchors }) }
}

/** Ends leases of a calibration that ran out. */
async function endStale(tx: Transaction, { studyId, raterId }: Who): Promise<void> {
  await tx.$executeRaw`
    UPDATE assignment SET status = 'expired', ended_at = now(), lease_until = NULL
    WHERE study_id = ${studyId}::uuid AND rater_id = ${raterId}::uuid AND kind = 'calibration' AND status = 'leased'
      AND lease_until < now()`
}

/**
 * Leases the next tasks of an attempt, up to `hold` at once. A paused study hands out none. What ran out is ended first,
 * so that a task is never held twice.
 */
export async function leaseAttempt(
  tx: Transaction,
  kept: LockedCalibration,
  asked: { attempt: OpenAttempt; hold: number },
): Promise<void> {
  const { slot, work } = asked.attempt
  const free = leftIn(work).filter((taskId) => !work.held.has(taskId))
  const next = free.slice(0, Math.max(0, asked.hold - work.held.size))
  if (kept.study !== 'open' || next.length === 0) return
  await endStale(tx, kept)
  const version = kept.state.rounds.at(-1)?.rubricVersion ?? 0
  await tx.$executeRaw`
    INSERT INTO assignment (id, study_id, task_id, rater_id, rubric_id, protocol_id, kind, slot, label_order, lease_until)
    SELECT gen_random_uuid(), st.id, next.task_id, ${kept.raterId}::uuid, rubric.id, st.current_protocol_id, 'calibration', ${slot}::int,
      ARRAY(SELECT x.position FROM task_output x WHERE x.task_id = next.task_id ORDER BY gen_random_uuid()),
      now() + make_interval(hours => ${CALIBRATION_HOURS}::int)
    FROM unnest(${next}::uuid[]) WITH ORDINALITY AS next (task_id, place)
    JOIN study st ON st.id = ${kept.studyId}::uuid JOIN rubric ON rubric.study_id = st.id AND rubric.version = ${version}::int
    ORDER BY next.place`
}
