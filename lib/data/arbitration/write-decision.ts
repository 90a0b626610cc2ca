import { randomUUID } from 'node:crypto'
import type { Inspector } from '@/lib/domain/people/actor'
import { groupBy } from '@/lib/domain/group-by'
import type { Transaction } from '@/lib/data/db'
import type { StudyHead } from '@/lib/data/quality/study-head'
import type { GivenCell, Meeting } from './given-values'

type Decided = { study: StudyHead; given: readonly GivenCell[]; meeting: Meeting | null }

/** Puts decisions on record, one a cell, in the order given. Returns their ids. */
export async function writeDecisions(
  tx: Transaction,
  inspector: Inspector,
  { study, given, meeting }: Decided,
): Promise<string[]> {
  const rows = given.map(({ cell, value }) => ({
    id: randomUUID(),
    ...{ roundId: study.roundId, outputId: cell.outputId, criterionId: cell.criterionId, value },
    kind: meeting ? 'meeting' : 'inspector',
    minutes: meeting?.minutes ?? null,
    present: meeting?.present ?? [],
    byId: inspector.id,
  }))
  await tx.arbitration.createMany({ data: rows })
  return rows.map(({ id }) => id)
}

/**
 * What an inspector says alone is kept as an inspection too, one a task: an assignment that is over at once, with a rating
 * that nothing ever changes and that counts for no score.
 */
export async function writeInspections(
  tx: Transaction,
  inspector: Inspector,
  { study, given }: Decided,
): Promise<void> {
  const { protocolId } = await tx.task.findFirstOrThrow({
    where: { roundId: study.roundId },
    select: { protocolId: true },
  })
  for (const [taskId, ofTask] of groupBy(given, ({ cell }) => cell.tasks[0] ?? '')) {
    const outputIds = [...new Set(ofTask.map(({ cell }) => cell.outputId))]
    const shown = await tx.taskOutput.findMany({ where: { taskId, outputId: { in: outputIds } } })
    const positions = outputIds.flatMap((id) => shown.find(({ outputId }) => outputId === id)?.position ?? [])
    const kept = { studyId: study.id, taskId, raterId: inspector.id, rubricId: study.rubricId, protocolId }
    const { id: assignmentId } = await tx.assignment.create({
      data: {
        ...kept,
        kind: 'inspection',
        slot: 1,
        scope: outputIds,
        status: 'submitted',
        labelOrder: positions,
        endedAt: new Date(),
      },
      select: { id: true },
    })
    const scores = ofTask.map(({ cell, value }) => ({
      outputId: cell.outputId,
      criterionId: cell.criterionId,
      value,
    }))
    await tx.rating.create({
      data: { assignmentId, dwellMs: 0, scores: { create: scores } },
      select: { id: true },
    })
  }
}

/** Ratings of an arbitrated cell can no longer be corrected, nor anything their raters said before them. */
export async function lockRatings(tx: Transaction, given: readonly GivenCell[]): Promise<void> {
  const ratingIds = given.flatMap(({ cell }) =>
    [...cell.facts.ratings, ...cell.notCounting].map(({ ratingId }) => ratingId),
  )
  await tx.$executeRaw`
    UPDATE enrolment e SET locked_through = greatest(e.locked_through, said.sequence) FROM (
      SELECT a.study_id, a.rater_id, max(r.sequence) AS sequence FROM rating r JOIN assignment a ON a.id = r.assignment_id
      WHERE r.id = ANY (${ratingIds}::uuid[]) GROUP BY a.study_id, a.rater_id
    ) said
    WHERE e.study_id = said.study_id AND e.rater_id = said.rater_id AND e.locked_through < said.sequence`
}
