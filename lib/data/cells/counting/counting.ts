import { markDue } from '@/lib/data/chain/due'
import { lockChain } from '@/lib/data/chain/lock'
import type { Transaction } from '@/lib/data/db'
import { reopenOutputs, withdrawOutputs } from './reopen-outputs'
import { settleTasks } from '@/lib/data/cells/settling/settle-task'

export type CountingChange = {
  /** The account that says so. */
  by: string
  reason: string
  /** Ratings in their current revision; `outputs` null = all that the rating was asked for. Of one study. */
  ratings: readonly { ratingId: string; outputs: readonly string[] | null }[]
}

/**
 * Ratings, or single outputs of them, count no more: on record with the reason, their outputs open for somebody else, and
 * the cells settled anew. Said again it changes nothing.
 *
 * Decisions are per output here. Those about a rating as a whole belong to the exclusion of its rater (exclusion.ts), so
 * that undoing the one never undoes the other.
 */
export async function stopCounting(tx: Transaction, change: CountingChange): Promise<void> {
  const studyId = await lockedStudyOf(tx, change)
  if (studyId === null) return
  const taskIds = await decide(tx, change, false)
  await reopenOutputs(tx, ratingIdsOf(change))
  await settleTasks(tx, studyId, taskIds)
  // The others' monitors compare with other scores now.
  await markDue(tx, { studyId, taskIds })
}

/** The undoing of `stopCounting`. Free slots that were to replace these outputs are withdrawn; taken ones stay. */
export async function countAgain(tx: Transaction, change: CountingChange): Promise<void> {
  const studyId = await lockedStudyOf(tx, change)
  if (studyId === null) return
  const taskIds = await decide(tx, change, true)
  await withdrawOutputs(tx, ratingIdsOf(change))
  await settleTasks(tx, studyId, taskIds)
  // The others' monitors compare with other scores now.
  await markDue(tx, { studyId, taskIds })
}

const ratingIdsOf = ({ ratings }: CountingChange) => ratings.map(({ ratingId }) => ratingId)

async function lockedStudyOf(tx: Transaction, change: CountingChange): Promise<string | null> {
  const ids = ratingIdsOf(change)
  if (ids.length === 0) return null
  const rated = await tx.assignment.findFirstOrThrow({
    where: { ratings: { some: { id: { in: ids } } } },
    select: { studyId: true },
  })
  await lockChain(tx, rated.studyId)
  return rated.studyId
}

/** Writes what is not so already. Returns the tasks of the ratings. */
async function decide(
  tx: Transaction,
  { by, reason, ratings }: CountingChange,
  counts: boolean,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ task: string }[]>`
    WITH asked AS (
      SELECT r.id, a.task_id, output FROM jsonb_to_recordset(${JSON.stringify(ratings)}::jsonb) AS said ("ratingId" uuid, outputs uuid[])
      JOIN rating r ON r.id = said."ratingId" JOIN assignment a ON a.id = r.assignment_id
      CROSS JOIN LATERAL unnest(coalesce(said.outputs, nullif(a.scope, '{}'),
        ARRAY(SELECT x.output_id FROM task_output x WHERE x.task_id = a.task_id))) output
    ), decided AS (
      INSERT INTO counting_decision (rating_id, output_id, counts, reason, by_id)
      SELECT asked.id, output, ${counts}, ${reason}, ${by}::uuid FROM asked
      WHERE coalesce((SELECT d.counts FROM counting_decision d WHERE d.rating_id = asked.id AND d.output_id = output
        AND d.criterion_id IS NULL ORDER BY d.sequence DESC LIMIT 1), true) <> ${counts}
    )
    SELECT DISTINCT task_id AS task FROM asked`
  return rows.map(({ task }) => task)
}
