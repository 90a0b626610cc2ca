import { db, type Transaction } from '@/lib/data/db'
import { Prisma } from '@/lib/data/generated/client'
import type { Due } from './due'
import { tryLockChain } from './lock'

/** A due row with what it is about: live work (else a hidden check), and a rating's first revision. */
export type DueRow = Due & { isLive: boolean; isFirst: boolean }

/** The oldest rows of the first study that nobody else is at; they stay locked until the transaction ends. */
export async function nextRows(tx: Transaction, size: number): Promise<DueRow[]> {
  const studies = await tx.$queryRaw<{ id: string }[]>`
    SELECT study_id AS id FROM chain_due WHERE created_at <= now() GROUP BY study_id ORDER BY min(sequence)`
  for (const { id } of studies) {
    if (!(await tryLockChain(tx, id))) continue
    const rows = await rowsWhere(
      tx,
      Prisma.sql`d.study_id = ${id}::uuid AND d.created_at <= now()
      ORDER BY d.sequence LIMIT ${size}::int`,
    )
    if (rows.length > 0) return rows
  }
  return []
}

/** One row again; none where somebody else has taken it, or its study, meanwhile. */
export async function rowAlone(tx: Transaction, { studyId, sequence }: Due): Promise<DueRow[]> {
  if (!(await tryLockChain(tx, studyId))) return []
  return rowsWhere(tx, Prisma.sql`d.sequence = ${sequence}`)
}

function rowsWhere(tx: Transaction, condition: Prisma.Sql): Promise<DueRow[]> {
  return tx.$queryRaw<DueRow[]>`
    SELECT d.sequence, d.study_id AS "studyId", d.task_id AS "taskId", d.rating_id AS "ratingId",
      a.id IS NULL OR a.kind IN ('live', 'extra') AS "isLive", coalesce(r.revision = 1, false) AS "isFirst"
    FROM chain_due d LEFT JOIN rating r ON r.id = d.rating_id LEFT JOIN assignment a ON a.id = r.assignment_id
    WHERE ${condition} FOR UPDATE OF d SKIP LOCKED`
}

/** A row that failed waits for a minute, behind what has come meanwhile. */
export async function putBehind({ sequence }: Due): Promise<void> {
  await db.$executeRaw`
    UPDATE chain_due SET sequence = nextval(pg_get_serial_sequence('chain_due', 'sequence')),
      created_at = now() + interval '1 minute'
    WHERE sequence = ${sequence}`
}
