import type { Inspector } from '@/lib/domain/people/actor'
import type { JudgedUnit } from '@/lib/domain/quality/spot-check/inspection'
import type { Transaction } from '@/lib/data/db'
import type { KnownRubric } from '@/lib/data/desk/rubrics'
import type { InspectionSent } from './inspection-input'
import type { UnitAtHand } from './unit-at-hand'

type Storing = { unit: UnitAtHand; sent: InspectionSent; judged: JudgedUnit; rubric: KnownRubric }

/**
 * An inspection is kept like any rating, as an assignment of its own kind that counts for no score, so that nobody can
 * change it later; and the unit's row points at it.
 *
 * @returns the inspector's rating
 */
export async function storeInspection(
  tx: Transaction,
  inspector: Inspector,
  storing: Storing,
): Promise<string> {
  const { unit, sent, judged, rubric } = storing
  const { id, studyId, taskId, rubricId, protocolId, outputId, position, dwellMs } = unit
  const assignment = await tx.assignment.create({
    data: {
      ...{ studyId, taskId, rubricId, protocolId, raterId: inspector.id },
      ...{ kind: 'inspection', status: 'submitted', slot: 1, scope: [outputId], labelOrder: [position] },
      endedAt: new Date(),
    },
    select: { id: true },
  })
  const cannotJudge = sent.cannotJudge === null ? {} : { A: sent.cannotJudge }
  const rating = await tx.rating.create({
    data: { assignmentId: assignment.id, dwellMs: Math.max(0, dwellMs), cannotJudge },
    select: { id: true },
  })
  const said = sent.cannotJudge === null ? Object.entries(sent.scores) : []
  const scores = said.flatMap(([criterion, value]) => {
    const criterionId = rubric.criterionIds.get(criterion)
    return criterionId === undefined ? [] : [{ ratingId: rating.id, outputId, criterionId, value }]
  })
  await tx.score.createMany({ data: scores })
  await tx.inspection.update({
    where: { id },
    data: { assignmentId: assignment.id, committedAt: new Date(), error: judged.error, judged },
  })
  return rating.id
}
