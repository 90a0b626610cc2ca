import { Prisma } from '@/lib/data/generated/client'
import type { Transaction } from '@/lib/data/db'

/** What the worker has yet to look at: a rating that came in, or a task whose counting ratings have changed. */
export type Due = { sequence: bigint; studyId: string; taskId: string; ratingId: string | null }

/** Asks the worker to look at tasks again, in the transaction that changed what counts in them. */
export async function markDue(
  tx: Transaction,
  { studyId, taskIds }: { studyId: string; taskIds: readonly string[] },
): Promise<void> {
  if (taskIds.length === 0) return
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO chain_due (study_id, task_id)
    SELECT ${studyId}::uuid, task_id FROM unnest(${[...new Set(taskIds)]}::uuid[]) task_id`)
}
