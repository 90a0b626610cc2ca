import { countAgain, stopCounting } from '@/lib/data/cells/counting/counting'
import { markDue } from '@/lib/data/chain/due'
import type { Transaction } from '@/lib/data/db'
import { lotAftermath } from './aftermath-of'
import { byReason, changesOf, type StopInForce } from './counting-changes'
import type { KeptLot } from '@/lib/data/lots/lot-place'

/**
 * Brings what counts in line with a lot's outcome as it stands: what it wants stopped stops and is open for others, what it
 * stopped and no longer wants stopped counts again. What was stopped for another reason is left, and so is the exclusion
 * of the rater. Doing it twice changes nothing.
 */
export async function renewAftermath(
  tx: Transaction,
  { id, state }: Pick<KeptLot, 'id' | 'state'>,
  by: string,
): Promise<void> {
  if (state === 'drawn') return
  const { stopCounting: wanted } = await lotAftermath(tx, { lotId: id, outcome: state })
  const { release, stop } = changesOf(wanted, await stopsInForce(tx, id))
  await countAgain(tx, { by, reason: `lot_${state}`, ratings: release })
  for (const { reason, ratings } of byReason(stop)) await stopCounting(tx, { by, reason, ratings })
  // The others' monitors compare with other scores now.
  const changed = [...release, ...stop].map(({ ratingId }) => ratingId)
  await markTasksDue(tx, changed)
}

async function markTasksDue(tx: Transaction, ratingIds: readonly string[]): Promise<void> {
  const rated = await tx.assignment.findMany({
    where: { ratings: { some: { id: { in: [...ratingIds] } } } },
    select: { studyId: true, taskId: true },
  })
  const [first] = rated
  if (first) await markDue(tx, { studyId: first.studyId, taskIds: rated.map(({ taskId }) => taskId) })
}

async function stopsInForce(tx: Transaction, lotId: string): Promise<StopInForce[]> {
  return tx.$queryRaw<StopInForce[]>`
    SELECT rating_id AS "ratingId", output_id AS "outputId", reason FROM (
      SELECT DISTINCT ON (d.rating_id, d.output_id) d.* FROM lot_rating l
      JOIN rating r ON r.assignment_id = l.assignment_id JOIN counting_decision d ON d.rating_id = r.id
      WHERE l.lot_id = ${lotId}::uuid AND d.output_id IS NOT NULL AND d.criterion_id IS NULL
      ORDER BY d.rating_id, d.output_id, d.sequence DESC
    ) latest WHERE NOT counts`
}
