import { randomUUID } from 'node:crypto'
import type { Inspector } from '@/lib/domain/people/actor'
import { groupBy } from '@/lib/domain/group-by'
import type { Transaction } from '@/lib/data/db'
import type { StudyHead } from '@/lib/data/quality/study-head'
import { writeInspection } from '@/lib/data/quality/write-inspection'
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
    roundId: study.roundId,
    outputId: cell.outputId,
    criterionId: cell.criterionId,
    value,
    kind: meeting ? 'meeting' : 'inspector',
    minutes: meeting?.minutes ?? null,
    present: meeting?.present ?? [],
    byId: inspector.id,
  }))
  await tx.arbitration.createMany({ data: rows })
  return rows.map(({ id }) => id)
}

/**
 * What an inspector says alone is kept as an inspection too, one a task. How long each of several took nobody knows.
 */
export async function writeInspections(
  tx: Transaction,
  inspector: Inspector,
  { study, given, dwellMs }: { study: StudyHead; given: readonly GivenCell[]; dwellMs: number | null },
): Promise<void> {
  const { protocolId } = await tx.task.findFirstOrThrow({
    where: { roundId: study.roundId },
    select: { protocolId: true },
  })
  const byTask = groupBy(given, ({ cell }) => cell.tasks[0] ?? '')
  for (const [taskId, ofTask] of byTask) {
    const outputIds = [...new Set(ofTask.map(({ cell }) => cell.outputId))]
    const shown = await tx.taskOutput.findMany({ where: { taskId, outputId: { in: outputIds } } })
    await writeInspection(tx, inspector, {
      of: { studyId: study.id, taskId, rubricId: study.rubricId, protocolId },
      outputs: outputIds.flatMap((id) =>
        shown.filter(({ outputId }) => outputId === id).map(({ position }) => ({ id, position })),
      ),
      scores: ofTask.map(({ cell: { outputId, criterionId }, value }) => ({ outputId, criterionId, value })),
      dwellMs: byTask.size === 1 ? dwellMs : null,
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
