import { UserError } from '@/lib/domain/user-error'
import type { Transaction } from '@/lib/data/db'
import { Prisma } from '@/lib/data/generated/client'

/** Whether a rater has begun on a task of the same prompt as `t`, in work or in what looks like it. */
export const isBegunSql = Prisma.sql`EXISTS (
  SELECT FROM task sibling JOIN assignment a ON a.task_id = sibling.id
  WHERE sibling.prompt_id = t.prompt_id AND sibling.study_id = t.study_id AND a.kind IN ('live', 'extra', 'check')
    AND a.status IN ('leased', 'submitted'))`

const begun = () =>
  new UserError(
    'conflict',
    'A rater has begun on this prompt, so its scores are wanted: choose a prompt that nobody has seen.',
  )

/**
 * Takes the whole prompt of a task out of live work, for good: whoever was shown its agreed scores cannot judge it, and
 * what only few may judge never gets its k ratings.
 *
 * The line is cleared first. That waits for claims on their way, and whatever they leased is seen by the second look.
 *
 * @throws UserError `conflict` where somebody has begun on it
 */
export async function leaveLiveWork(tx: Transaction, taskId: string): Promise<void> {
  const [task] = await tx.$queryRaw<{ anchored: boolean; isBegun: boolean }[]>`
    SELECT t.anchored_at IS NOT NULL AS anchored, ${isBegunSql} AS "isBegun" FROM task t WHERE t.id = ${taskId}::uuid`
  if (task?.anchored) return
  if (task?.isBegun) throw begun()
  const siblings = await tx.$queryRaw<{ id: string }[]>`
    SELECT sibling.id FROM task sibling JOIN task t ON t.prompt_id = sibling.prompt_id AND t.study_id = sibling.study_id
    WHERE t.id = ${taskId}::uuid`
  const ids = siblings.map(({ id }) => id)
  await tx.$executeRaw`DELETE FROM opening WHERE task_id = ANY (${ids}::uuid[])`
  await tx.$executeRaw`SELECT FROM task WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const [now] = await tx.$queryRaw<{ anchored: boolean; isBegun: boolean }[]>`
    SELECT t.anchored_at IS NOT NULL AS anchored, ${isBegunSql} AS "isBegun" FROM task t WHERE t.id = ${taskId}::uuid`
  if (now?.anchored) return
  if (now?.isBegun) throw begun()
  await tx.$executeRaw`
    WITH gone AS (UPDATE task SET anchored_at = now() WHERE id = ANY (${ids}::uuid[]) RETURNING round_id)
    UPDATE round SET task_count = greatest(0, task_count - gone.n)
    FROM (SELECT round_id, count(*)::int AS n FROM gone GROUP BY round_id) gone WHERE round.id = gone.round_id`
  await tx.$executeRaw`DELETE FROM damaged_output WHERE task_id = ANY (${ids}::uuid[])`
}
