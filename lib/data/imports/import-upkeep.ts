import { db } from '@/lib/data/db'
import { enqueue } from '@/lib/data/queue'
import type { Admin } from '@/lib/domain/people/actor'

const day = 24 * 3_600_000

/** Uploads that nobody carried through are forgotten after a day. Returns how many. */
export async function sweepOldImports(_admin: Admin, now: Date): Promise<number> {
  const before = new Date(now.getTime() - day)
  const { count } = await db.importRun.deleteMany({
    where: { state: { in: ['uploading', 'checking', 'checked', 'refused'] }, startedAt: { lt: before } },
  })
  await db.uploadChunk.deleteMany({
    where: { import: { state: { in: ['done', 'failed'] }, startedAt: { lt: before } } },
  })
  return count
}

/**
 * A worker that was killed leaves its imports half done: nothing of them is stored, and their jobs wait for hours. They
 * are sent again; carrying one out twice changes nothing.
 */
export async function resumeImports(_admin: Admin): Promise<number> {
  const runs = await db.importRun.findMany({
    where: { state: { in: ['checking', 'importing'] } },
    select: { id: true, state: true, byId: true },
  })
  for (const { id, state, byId } of runs) {
    await enqueue(db, state === 'checking' ? 'import-check' : 'import', { importId: id, byId })
  }
  return runs.length
}
