import type { Inspector } from '@/lib/domain/people/actor'
import { judgeInspection } from '@/lib/domain/quality/spot-check/inspection'
import { lotStanding, type LotStanding } from '@/lib/domain/quality/spot-check/lot-standing'
import type { InspectedUnit, LotRow } from '@/lib/domain/quality/views/lot-view'
import { recordAudit } from '@/lib/data/audit'
import { db, type Transaction } from '@/lib/data/db'
import { rubricOf } from '@/lib/data/desk/rubrics'
import { answeredBefore, hashOf, keepAnswer } from './first-answer'
import { requireComplete, type InspectionSent } from './inspection-input'
import { lockedStudy, refuseUnsealed } from '@/lib/data/quality/locked-study'
import { lockedLot, type KeptLot } from '@/lib/data/lots/lot-place'
import { committedUnits } from '@/lib/data/lots/lot-outcomes'
import { inspectedUnit } from '@/lib/data/lots/lot-page'
import { differenceTolerance } from '@/lib/data/lots/lot-terms'
import { scoresOfUnit } from '@/lib/data/lots/lot-units'
import { renewAftermath } from '@/lib/data/lots/deciding/renew-aftermath'
import { settleLot } from '@/lib/data/lots/deciding/settle-lot'
import { requireUnit, type UnitAtHand } from './unit-at-hand'
import { keepInspection } from './keep-inspection'

/** What an inspector sees once the inspection is committed, and where the lot stood by then. */
export type CommittedInspection = InspectedUnit & { standing: LotStanding; state: LotRow['state'] }

type Place = { slug: string; lotId: string }

/**
 * Keeps an inspector's scores of one unit, compares them with the rating, and decides the lot where its plan can by now.
 * The first to commit a unit counts, whether the unit is still held or not. Where the lot was decided or withdrawn
 * meanwhile the inspection is kept all the same, and the unit's rating counts by it.
 *
 * @throws UserError `conflict` where the unit was inspected already, or another inspector has to inspect it; `not_found` for
 *   a unit of another lot
 */
export async function commitInspection(
  inspector: Inspector,
  place: Place,
  sent: InspectionSent,
): Promise<CommittedInspection> {
  return db.$transaction(
    async (tx) => {
      const study = await lockedStudy(tx, place.slug)
      const lot = await lockedLot(tx, study, place.lotId)
      const asked = { inspectorId: inspector.id, key: sent.idempotencyKey, hash: hashOf(sent), lotId: lot.id }
      const before = await answeredBefore(tx, asked)
      if (before) return answerOf(tx, lot, before)
      refuseUnsealed(study)
      const unit = await requireUnit(tx, inspector, { lotId: lot.id, inspectionId: sent.inspectionId })
      const rubric = await rubricOf(tx, unit.rubricId)
      requireComplete(rubric.criteria, sent)
      const tolerance = await differenceTolerance(tx, study.id, rubric.criteria)
      const judged = judgeInspection({ scores: await scoresOfUnit(tx, unit) }, sent, {
        criteria: rubric.criteria,
        tolerance,
      })
      const ratingId = await keepInspection(tx, inspector, { unit, sent, judged, rubric })
      await keepAnswer(tx, asked, ratingId)
      const { id: inspectionId } = unit
      const found = { lot: lot.id, class: judged.class }
      await recordAudit(tx, {
        actorId: inspector.id,
        action: 'lot.inspected',
        subjectId: inspectionId,
        studyId: study.id,
        detail: unit.knowsRater ? { ...found, knewRater: true } : found,
      })
      await afterCommit(tx, inspector, lot)
      return answerOf(tx, lot, inspectionId)
    },
    { timeout: 60_000, maxWait: 20_000 },
  )
}

async function afterCommit(tx: Transaction, inspector: Inspector, lot: KeptLot): Promise<void> {
  if (lot.state !== 'drawn') return renewAftermath(tx, lot, inspector.id)
  const { state } = lotStanding(lot.plan, (await committedUnits(tx, [lot.id])).get(lot.id) ?? [])
  if (state === 'passed' || state === 'failed')
    await settleLot(tx, lot, { outcome: state, by: 'plan', inspectorId: inspector.id })
}

/** The same at any later time: what stood when this unit was committed. */
async function answerOf(
  tx: Transaction,
  lot: KeptLot,
  inspectionId: UnitAtHand['id'],
): Promise<CommittedInspection> {
  const all = (await committedUnits(tx, [lot.id])).get(lot.id) ?? []
  const at = all.findIndex((each) => each.inspectionId === inspectionId)
  const unit = all[at]
  if (!unit) throw new RangeError(`inspection ${inspectionId} is not committed`)
  const { state } = await tx.lot.findUniqueOrThrow({ where: { id: lot.id }, select: { state: true } })
  return { ...inspectedUnit(unit), standing: lotStanding(lot.plan, all.slice(0, at + 1)), state }
}
