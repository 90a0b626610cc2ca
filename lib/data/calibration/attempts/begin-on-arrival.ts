import type { Rater } from '@/lib/domain/people/actor'
import { standingOf } from '@/lib/domain/quality/calibration/calibration-state'
import { db } from '@/lib/data/db'
import { beginCalibration } from './begin'
import { lockCalibration } from './kept-state'

/**
 * Whoever was enrolled before the study had anchors, and has not worked yet, calibrates when coming to the desk. Raters
 * who work already go on: their ratings stand, and the monitors watch them. Somebody let back in the middle of a
 * calibration finds it where it was.
 */
export async function beginOnArrival(rater: Rater, studyId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const who = { studyId, raterId: rater.id }
    const { state, enrolment } = await lockCalibration(tx, who)
    if (enrolment === 'calibrating') return true
    const standing = standingOf(state).kind
    if (enrolment !== 'active' || standing === 'passed') return false
    if (standing === 'none') return beginCalibration(tx, { ...who, reason: 'enrolment' })
    await tx.enrolment.update({ where: { studyId_raterId: who }, data: { state: 'calibrating' } })
    return true
  })
}
