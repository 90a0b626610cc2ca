import type { CalibrationState } from '@/lib/domain/quality/calibration/calibration-state'
import { recalibrationDue } from '@/lib/domain/quality/calibration/recalibration'
import { beginOn } from '@/lib/data/calibration/attempts/begin'
import { calibrationGrounds } from '@/lib/data/calibration/anchors/grounds'
import { supplyOf } from '@/lib/data/calibration/anchors/supply'
import type { Transaction } from '@/lib/data/db'

/** Lets the raters at work who calibrated under an earlier rubric do so again. Returns how many; none without anchors. */
export async function recalibrateAll(tx: Transaction, studyId: string): Promise<number> {
  const { inForce } = await supplyOf(tx, studyId)
  if (!inForce) return 0
  const grounds = await calibrationGrounds(tx, studyId)
  const facts = { hasAnchors: inForce, rubricVersion: grounds.rubric.version, driftAt: null, askedAt: null }
  const atWork = await tx.enrolment.findMany({
    where: { studyId, state: 'active' },
    select: { raterId: true },
  })
  const raterId = { in: atWork.map((each) => each.raterId) }
  const calibrated = await tx.calibration.findMany({
    where: { studyId, raterId },
    orderBy: { raterId: 'asc' },
  })
  let begun = 0
  for (const { raterId: rater, state } of calibrated) {
    // Written by what calibrates alone.
    if (recalibrationDue(state as unknown as CalibrationState, facts) !== 'rubric') continue
    if (await beginOn(tx, grounds, { studyId, raterId: rater, reason: 'rubric' })) begun += 1
  }
  return begun
}
