import type { Inspector } from '@/lib/domain/people/actor'
import type { JudgedUnit } from '@/lib/domain/quality/spot-check/inspection'
import type { Transaction } from '@/lib/data/db'
import type { KnownRubric } from '@/lib/data/desk/rubrics'
import { writeInspection } from '@/lib/data/quality/write-inspection'
import type { InspectionSent } from './inspection-input'
import type { UnitAtHand } from './unit-at-hand'

type Kept = { unit: UnitAtHand; sent: InspectionSent; judged: JudgedUnit; rubric: KnownRubric }

/**
 * Keeps the inspection of a unit, with what it says of the rating; the unit's row points at it.
 *
 * @returns the inspector's rating
 */
export async function keepInspection(
  tx: Transaction,
  inspector: Inspector,
  { unit, sent, judged, rubric }: Kept,
): Promise<string> {
  const { id, studyId, taskId, rubricId, protocolId, outputId, position, dwellMs } = unit
  const said = sent.cannotJudge === null ? Object.entries(sent.scores) : []
  const { assignmentId, ratingId } = await writeInspection(tx, inspector, {
    of: { studyId, taskId, rubricId, protocolId },
    outputs: [{ id: outputId, position }],
    scores: said.flatMap(([criterion, value]) => {
      const criterionId = rubric.criterionIds.get(criterion)
      return criterionId === undefined ? [] : [{ outputId, criterionId, value }]
    }),
    cannotJudge: sent.cannotJudge === null ? {} : { A: sent.cannotJudge },
    dwellMs,
  })
  await tx.inspection.update({
    where: { id },
    data: { assignmentId, committedAt: new Date(), error: judged.error, judged },
  })
  return ratingId
}
