import { recordAudit } from '@/lib/data/audit'
import type { Transaction } from '@/lib/data/db'
import { renewAftermath } from './renew-aftermath'
import { renewScheme } from './scheme'
import type { KeptLot } from '@/lib/data/lots/lot-place'

/** By the plan's own rule, with the inspector whose commit completed it; or by a person, with a reason. */
export type Settling = { outcome: 'passed' | 'failed'; inspectorId: string } & (
  { by: 'plan' } | { by: 'person'; reason: string }
)

/** Writes a lot's outcome, lets it act on the ratings, and moves how the rater is inspected from here on. */
export async function settleLot(tx: Transaction, lot: KeptLot, settling: Settling): Promise<void> {
  const { outcome, by, inspectorId } = settling
  const reason = settling.by === 'person' ? settling.reason : null
  const { round } = await tx.lot.update({
    where: { id: lot.id },
    // What a lot moves is ordered by when it was first decided: that stays.
    data: { state: outcome, ...(lot.state === 'drawn' ? { decidedAt: new Date() } : {}) },
    select: { round: { select: { studyId: true } } },
  })
  await tx.lotDecision.create({
    data: { lotId: lot.id, outcome, reason, byId: by === 'person' ? inspectorId : null },
  })
  await recordAudit(tx, {
    actorId: inspectorId,
    action: 'lot.decided',
    subjectId: lot.id,
    studyId: round.studyId,
    detail: { outcome, by, ...(reason === null ? {} : { reason }) },
  })
  await renewAftermath(tx, { ...lot, state: outcome }, inspectorId)
  await renewScheme(tx, { studyId: round.studyId, raterId: lot.raterId })
}
