import { createHash } from 'node:crypto'
import type { Admin } from '@/lib/domain/people/actor'
import { db, type Db, type Transaction } from './db'

/** Small enough that a broken seal points at a handful of entries. */
const entriesPerSeal = 20
const sealsPerRound = 250

type Entry = {
  sequence: bigint
  at: string
  actor: string
  action: string
  subject: string | null
  study: string | null
  detail: string
}
type Seal = { number: number; fromSequence: bigint; toSequence: bigint; entries: number; hash: Uint8Array }

/**
 * Seals what can no longer change its place: entries up to the watermark, once every transaction that ran when it was
 * set has ended (a sequence is drawn before its transaction commits). Then sets the watermark anew. Returns how many
 * entries were sealed; two workers never seal at once.
 */
export async function sealAuditEntries(_operator: Admin): Promise<number> {
  return db.$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<
        { held: boolean }[]
      >`SELECT pg_try_advisory_xact_lock(hashtext('mangping seal')) AS held`
      if (!lock?.held) return 0
      const [ripe] = await tx.$queryRaw<{ sequence: bigint }[]>`
        SELECT sequence FROM audit_watermark WHERE pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= horizon`
      const sealed = ripe ? await sealUpTo(tx, ripe.sequence) : 0
      await tx.$executeRaw`
        INSERT INTO audit_watermark (id, sequence, horizon)
        SELECT 1, coalesce(max(sequence), 0), pg_snapshot_xmax(pg_current_snapshot())::text::bigint FROM audit_entry
        ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, horizon = excluded.horizon
        WHERE pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= audit_watermark.horizon`
      return sealed
    },
    { timeout: 60_000 },
  )
}

async function sealUpTo(tx: Transaction, sequence: bigint): Promise<number> {
  const last = await tx.auditSeal.findFirst({ orderBy: { number: 'desc' } })
  const after = last?.toSequence ?? 0n
  const entries = await entriesBetween(tx, after, sequence)
  let previousHash = last?.hash ?? new Uint8Array(32)
  const rows = grouped(entries).map((batch) => {
    const hash = sealHash(previousHash, batch)
    const ends = { fromSequence: batch[0]?.sequence ?? 0n, toSequence: batch.at(-1)?.sequence ?? 0n }
    const row = { ...ends, entries: batch.length, previousHash, hash }
    previousHash = hash
    return row
  })
  await tx.auditSeal.createMany({ data: rows })
  return entries.length
}

async function entriesBetween(tx: Transaction | Db, after: bigint, upTo: bigint): Promise<Entry[]> {
  return tx.$queryRaw`
    SELECT sequence, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, actor_id::text AS actor, action,
      subject_id::text AS subject, study_id::text AS study, detail::text AS detail
    FROM audit_entry WHERE sequence > ${after} AND sequence <= ${upTo}
    ORDER BY sequence LIMIT ${entriesPerSeal * sealsPerRound}`
}

function grouped(entries: Entry[]): Entry[][] {
  return Array.from({ length: Math.ceil(entries.length / entriesPerSeal) }, (_, index) =>
    entries.slice(index * entriesPerSeal, (index + 1) * entriesPerSeal),
  )
}

function sealHash(previous: Uint8Array, entries: Entry[]): Uint8Array<ArrayBuffer> {
  const hash = createHash('sha256').update(previous)
  for (const { sequence, at, actor, action, subject, study, detail } of entries) {
    hash.update(`${JSON.stringify([String(sequence), at, actor, action, subject, study, detail])}\n`)
  }
  return new Uint8Array(hash.digest())
}

export type SealCheck = {
  seals: number
  entries: number
  broken: null | { seal: number; sequence: string; reason: string }
}

/** Walks the chain from its beginning and names the first row that is not as it was sealed. */
export async function verifyAuditSeals(_admin: Admin): Promise<SealCheck> {
  let previous: Seal | null = null
  const checked = { seals: 0, entries: 0 }
  for (;;) {
    const seals: Seal[] = await db.auditSeal.findMany({
      where: { number: { gt: previous?.number ?? 0 } },
      orderBy: { number: 'asc' },
      take: 200,
    })
    if (seals.length === 0) return { ...checked, broken: null }
    for (const seal of seals) {
      const broken = await problemWithSeal(seal, previous)
      if (broken) return { ...checked, broken: { seal: seal.number, ...broken } }
      checked.seals += 1
      checked.entries += seal.entries
      previous = seal
    }
  }
}

async function problemWithSeal(
  seal: Seal,
  previous: Seal | null,
): Promise<{ sequence: string; reason: string } | null> {
  const entries = await entriesBetween(db, previous?.toSequence ?? 0n, seal.toSequence)
  if (
    entries.length === seal.entries &&
    Buffer.compare(sealHash(previous?.hash ?? new Uint8Array(32), entries), seal.hash) === 0
  )
    return null
  if (entries.length < seal.entries)
    return { sequence: String(firstMissing(entries, seal)), reason: 'entry deleted' }
  if (entries.length > seal.entries)
    return { sequence: String(entries[0]?.sequence), reason: 'entry added after sealing' }
  return { sequence: `${seal.fromSequence}–${seal.toSequence}`, reason: 'entry or seal changed' }
}

/** Sequences are drawn without gaps but where a transaction failed: the first gap is where something is gone. */
function firstMissing(entries: Entry[], seal: Seal): bigint {
  const found = new Set(entries.map((entry) => entry.sequence))
  let sequence = seal.fromSequence
  while (found.has(sequence)) sequence += 1n
  return sequence
}
