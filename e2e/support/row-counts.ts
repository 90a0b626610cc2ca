import { expect } from '@playwright/test'
import { db } from '@/lib/data/db'

/** How many rows each table has, but for what changes by itself; a refused request must not change it. */
export async function rowCounts(): Promise<Record<string, number>> {
  // The worker has looked at what came in before: nothing changes by itself from here on.
  await expect.poll(() => db.chainDue.count(), { timeout: 30_000 }).toBe(0)
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
      AND tablename NOT IN ('session', 'rate_limit', 'audit_seal', 'audit_watermark', '_prisma_migrations') ORDER BY 1`
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await db.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM "${name}"`)
    counts[name] = row?.n ?? 0
  }
  return counts
}
