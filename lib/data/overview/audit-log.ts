import { db } from '@/lib/data/db'
import type { Admin } from '@/lib/domain/people/actor'

export type AuditLine = {
  /** A decimal number: too large a sequence for a JavaScript number is still exact. */
  sequence: string
  at: Date
  action: string
  actorId: string
  actorRole: string
  /** Null where the person has been erased, or is the operator. */
  actorName: string | null
  study: string | null
  subjectName: string | null
  detail: Record<string, unknown>
}

/** An empty word filters nothing. */
export type AuditFilter = { study: string; action: string; before: string }
export type AuditPage = { lines: AuditLine[]; next: string | null }

const pageLength = 50

type Row = Omit<AuditLine, 'sequence'> & { sequence: bigint }

/** Who did what, when: newest first, a page at a time from below `before`. */
export async function auditLog(_admin: Admin, filter: AuditFilter): Promise<AuditPage> {
  const before = /^\d{1,18}$/.test(filter.before) ? BigInt(filter.before) : null
  const [study, action] = [wordOf(filter.study), wordOf(filter.action)]
  const rows = await db.$queryRaw<Row[]>`
    SELECT entry.sequence, entry.at, entry.action, entry.detail, entry.actor_id AS "actorId",
      account.role::text AS "actorRole", actor.name AS "actorName", study.slug AS study, subject.name AS "subjectName"
    FROM audit_entry entry
    LEFT JOIN account ON account.id = entry.actor_id
    LEFT JOIN person actor ON actor.account_id = entry.actor_id
    LEFT JOIN person subject ON subject.account_id = entry.subject_id
    LEFT JOIN study ON study.id = entry.study_id
    WHERE (${before}::bigint IS NULL OR entry.sequence < ${before}::bigint)
      AND (${study}::text IS NULL OR study.slug = ${study}::text)
      AND (${action}::text IS NULL OR entry.action = ${action}::text)
    ORDER BY entry.sequence DESC LIMIT ${pageLength + 1}`
  const lines = rows.slice(0, pageLength).map((row) => ({ ...row, sequence: String(row.sequence) }))
  return { lines, next: rows.length > pageLength ? (lines.at(-1)?.sequence ?? null) : null }
}

/** A slug or an action; anything else filters nothing. */
function wordOf(text: string): string | null {
  return /^[\w.-]{1,100}$/.test(text) ? text : null
}

/** What the log can be filtered by. */
export async function auditFacets(
  _admin: Admin,
): Promise<{ actions: string[]; studies: { slug: string; name: string }[] }> {
  const [actions, studies] = await Promise.all([
    db.$queryRaw<{ action: string }[]>`SELECT DISTINCT action FROM audit_entry ORDER BY action`,
    db.study.findMany({ orderBy: { createdAt: 'desc' }, select: { slug: true, name: true } }),
  ])
  return { actions: actions.map((row) => row.action), studies }
}

export type AuditSealState = {
  sealedTo: string | null
  sealedAt: Date | null
  open: number
  hash: string | null
}

/** How far the log is sealed into the hash chain, and how many entries wait for the next seal. */
export async function auditSealState(_admin: Admin): Promise<AuditSealState> {
  const last = await db.auditSeal.findFirst({ orderBy: { number: 'desc' } })
  const open = await db.auditEntry.count({ where: { sequence: { gt: last?.toSequence ?? 0n } } })
  return {
    sealedTo: last ? String(last.toSequence) : null,
    sealedAt: last?.at ?? null,
    open,
    hash: last ? Buffer.from(last.hash).toString('hex') : null,
  }
}
