import { randomUUID } from 'node:crypto'
import type { Admin } from '@/lib/domain/people/actor'
import type { ImportState, ImportView, StartedImport } from '@/lib/domain/bundle/import-view'
import { UserError } from '@/lib/domain/user-error'
import { isUuid } from '@/lib/domain/uuid'
import { recordAudit } from '@/lib/data/audit'
import { db, type Transaction } from '@/lib/data/db'
import { enqueue } from '@/lib/data/queue'
import { importRun } from './import-runs'

/** Begins an import; files are uploaded next. */
export async function startImport(admin: Admin, { label }: { label: string }): Promise<StartedImport> {
  const id = randomUUID()
  await db.importRun.create({ data: { id, byId: admin.id, label }, select: { id: true } })
  return { id }
}

/** Everything is uploaded: the worker looks through it. */
export async function checkImport(admin: Admin, id: string): Promise<ImportView> {
  await db.$transaction(async (tx) => {
    await move(tx, id, { from: ['uploading', 'refused'], to: 'checking' })
    await enqueue(tx, 'import-check', { importId: id, byId: admin.id })
  })
  return importRun(admin, id)
}

/** The admin has seen the preview and says yes: the worker stores it. */
export async function confirmImport(admin: Admin, id: string): Promise<ImportView> {
  await db.$transaction(async (tx) => {
    await move(tx, id, { from: ['checked'], to: 'importing' })
    await enqueue(tx, 'import', { importId: id, byId: admin.id })
  })
  return importRun(admin, id)
}

/** Forgets an import that was not carried out, with all that was uploaded for it. */
export async function discardImport(admin: Admin, id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const run = await lockedRun(tx, id)
    refuseUnless(['uploading', 'checking', 'checked', 'refused', 'failed'], run.state)
    await tx.importRun.delete({ where: { id }, select: { id: true } })
    await recordAudit(tx, {
      actorId: admin.id,
      action: 'import.discarded',
      subjectId: id,
      detail: { state: run.state },
    })
  })
}

async function move(
  tx: Transaction,
  id: string,
  { from, to }: { from: ImportState[]; to: ImportState },
): Promise<void> {
  const run = await lockedRun(tx, id)
  refuseUnless(from, run.state)
  await tx.importRun.update({ where: { id }, data: { state: to }, select: { id: true } })
}

async function lockedRun(tx: Transaction, id: string): Promise<{ state: ImportState }> {
  const [run] = isUuid(id)
    ? await tx.$queryRaw<
        { state: ImportState }[]
      >`SELECT state::text FROM import_run WHERE id = ${id}::uuid FOR UPDATE`
    : []
  if (!run) throw new UserError('not_found', 'There is no such import.')
  return run
}

function refuseUnless(allowed: ImportState[], state: ImportState): void {
  if (!allowed.includes(state)) throw new UserError('conflict', `This import is ${state}.`)
}
