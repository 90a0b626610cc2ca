import type { CalibrationRound, CalibrationState } from '@/lib/domain/quality/calibration/calibration-state'
import { uncalibrated } from '@/lib/domain/quality/calibration/calibration-state'
import { UserError } from '@/lib/domain/user-error'
import type { Transaction } from '@/lib/data/db'
import type { EnrolmentState, StudyState } from '@/lib/data/generated/enums'

export type Who = { studyId: string; raterId: string }

export type LockedCalibration = Who & {
  enrolment: EnrolmentState
  study: StudyState
  state: CalibrationState
}

/**
 * A rater's calibration, held until the transaction ends: two tabs, two inspectors and the monitors act one after the
 * other. The enrolment is locked before the calibration, as everywhere.
 */
export async function lockCalibration(
  tx: Transaction,
  { studyId, raterId }: Who,
): Promise<LockedCalibration> {
  const [seat] = await tx.$queryRaw<{ enrolment: EnrolmentState; study: StudyState }[]>`
    SELECT e.state::text AS enrolment, st.state::text AS study FROM enrolment e JOIN study st ON st.id = e.study_id
    WHERE e.study_id = ${studyId}::uuid AND e.rater_id = ${raterId}::uuid FOR UPDATE OF e`
  if (!seat) throw new UserError('not_found', 'There is no such rater in this study.')
  const [row] = await tx.$queryRaw<{ state: CalibrationState }[]>`
    SELECT state FROM calibration WHERE study_id = ${studyId}::uuid AND rater_id = ${raterId}::uuid FOR UPDATE`
  return { studyId, raterId, ...seat, state: row?.state ?? uncalibrated }
}

export async function saveCalibration(
  tx: Transaction,
  { studyId, raterId }: Who,
  state: CalibrationState,
): Promise<void> {
  const updatedAt = new Date()
  await tx.calibration.upsert({
    where: { studyId_raterId: { studyId, raterId } },
    create: { studyId, raterId, state, updatedAt },
    update: { state, updatedAt },
  })
}

/**
 * The number of an attempt among all that a rater ever made in a study, from 1: assignments of a calibration carry it as
 * their slot.
 */
export function attemptSlot({ rounds }: CalibrationState, number: number): number {
  return rounds.slice(0, -1).reduce((sum, { attempts }) => sum + attempts.length, 0) + number
}

/** The round and the attempt behind a slot. */
export function attemptAt(
  { rounds }: CalibrationState,
  slot: number,
): { round: CalibrationRound; number: number } | null {
  let number = slot
  for (const round of rounds) {
    if (number <= round.attempts.length) return { round, number }
    number -= round.attempts.length
  }
  return null
}
