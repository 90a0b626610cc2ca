import { Prisma } from '@/lib/data/generated/client'
import type { Transaction } from '@/lib/data/db'

const pageRows = 10_000

/**
 * Walks a query's rows page by page within a transaction, so that a million of them never stand in memory at once and
 * all come from one snapshot. The cursor's name has to be its query's own: statements are prepared by their text.
 */
export async function forEachPage<Row>(
  tx: Transaction,
  cursor: { name: 'board_rows' | 'rating_rows'; query: Prisma.Sql },
  take: (rows: Row[]) => void | Promise<void>,
): Promise<void> {
  const name = Prisma.raw(cursor.name)
  // Without this the plan would favour the first rows; all of them are wanted.
  await tx.$executeRaw`SET LOCAL cursor_tuple_fraction = 1`
  // A million scores are sorted and joined in memory rather than on disk, for this transaction only.
  await tx.$executeRaw`SET LOCAL work_mem = '128MB'`
  await tx.$executeRaw`DECLARE ${name} NO SCROLL CURSOR FOR ${cursor.query}`
  for (;;) {
    const rows = await tx.$queryRaw<Row[]>`FETCH FORWARD ${Prisma.raw(String(pageRows))} FROM ${name}`
    if (rows.length > 0) await take(rows)
    if (rows.length < pageRows) break
  }
  await tx.$executeRaw`CLOSE ${name}`
}
