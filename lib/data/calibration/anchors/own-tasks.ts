import type { Inspector } from '@/lib/domain/people/actor'
import { UserError } from '@/lib/domain/user-error'
import type { Db, Transaction } from '@/lib/data/db'
import { Prisma } from '@/lib/data/generated/client'
import { hasInterest } from '@/lib/data/quality/conflict-of-interest'

/** Whether a task `t` shows an output of an organization that the inspector belongs to: somebody else makes its anchors. */
export const isOwnTaskSql = (inspector: Inspector): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM task_output shown WHERE shown.task_id = t.id
    AND ${hasInterest(Prisma.sql`${inspector.id}::uuid`, Prisma.sql`shown.output_id`)})`

/** @throws UserError `conflict`, without a word about whose outputs they are */
export async function refuseOwnTask(
  at: Db | Transaction,
  inspector: Inspector,
  taskId: string,
): Promise<void> {
  const own = await at.$queryRaw<object[]>`
    SELECT t.id FROM task t WHERE t.id = ${taskId}::uuid AND ${isOwnTaskSql(inspector)}`
  if (own.length > 0)
    throw new UserError('conflict', 'Another inspector has to make the anchors of this task.')
}
