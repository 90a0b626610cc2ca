import type { Rater } from '@/lib/domain/people/actor'
import { standingOf } from '@/lib/domain/quality/calibration/calibration-state'
import { isRoundWanted, recalibrationDue } from '@/lib/domain/quality/calibration/recalibration'
import { calibrationGrounds } from '@/lib/data/calibration/anchors/grounds'
import { db } from '@/lib/data/db'
import { beginOn } from './begin'
import { lockCalibration } from './kept-state'

/**
 * Whoever was enrolled before the study had anchors, and has not worked yet, calibrates when coming to the desk. Raters
 * who work already go on: their ratings stand, and the monitors watch them. Where a repaired rubric wants another round,
 * it begins as soon as the anchors suffice; until then the rater works.
 */
export async function beginOnArrival(rater: Rater, studyId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const who = { studyId, raterId: rater.id }
    const { state, enrolment } = await lockCalibration(tx, who)
    if (enrolment === 'calibrating') return true
    if (enrolment !== 'active') return false
    const grounds = await calibrationGrounds(tx, studyId)
    const { version } = grounds.rubric
    const isPassed = standingOf(state).kind === 'passed'
    if (isPassed && !isRoundWanted(state, version)) return false
    const reason = recalibrationDue(state, version)
    if (reason) return beginOn(tx, grounds, { ...who, reason })
    await tx.enrolment.update({ where: { studyId_raterId: who }, data: { state: 'calibrating' } })
    return true
  })
}
