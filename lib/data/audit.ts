import type { Db, Transaction } from './db'

type Entry = {
  actorId: string
  action: string
  subjectId?: string | null
  studyId?: string | null
  /** Ids and settings only: nothing that tells who a person is. */
  detail?: object
}

/** Writes what was done into the append-only trail, in the transaction that does it. */
export async function recordAudit(tx: Transaction | Db, entry: Entry): Promise<void> {
  await tx.auditEntry.create({
    data: {
      actorId: entry.actorId,
      action: entry.action,
      subjectId: entry.subjectId ?? null,
      studyId: entry.studyId ?? null,
      detail: entry.detail ?? {},
    },
    select: { sequence: true },
  })
}
