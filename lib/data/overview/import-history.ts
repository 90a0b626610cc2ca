import { db } from '@/lib/data/db'
import { importRun, importRuns } from '@/lib/data/imports/import-runs'
import type { ImportView } from '@/lib/domain/bundle/import-view'
import type { Admin } from '@/lib/domain/people/actor'
import { isUuid } from '@/lib/domain/uuid'

/** Imports, newest first, with the name of who began each; null for the command line and people since erased. */
export async function importHistory(admin: Admin) {
  const runs = await importRuns(admin)
  const people = await db.person.findMany({
    where: { accountId: { in: runs.map((run) => run.byId) } },
    select: { accountId: true, name: true },
  })
  const nameOf = new Map(people.map((person) => [person.accountId, person.name]))
  return runs.map((run) => ({ ...run, by: nameOf.get(run.byId) ?? null }))
}

/** An import to go on with; null where there is none under this id. */
export async function begunImport(admin: Admin, id: string): Promise<ImportView | null> {
  const known = isUuid(id) && (await db.importRun.count({ where: { id } })) > 0
  return known ? importRun(admin, id) : null
}
