import pg from 'pg'
import { expect, test } from 'vitest'
import { env } from '@/lib/env'
import { operator } from '@/lib/server/operator'
import { recordAudit } from './audit'
import { sealAuditEntries, verifyAuditSeals } from './audit-seals'
import { db } from './db'

async function write(count: number): Promise<bigint[]> {
  const self = await operator()
  for (let index = 0; index < count; index++)
    await recordAudit(db, { actorId: self.id, action: 'test.sealed', detail: { index } })
  const rows = await db.auditEntry.findMany({
    orderBy: { sequence: 'desc' },
    take: count,
    select: { sequence: true },
  })
  return rows.map((row) => row.sequence).reverse()
}

/** Seals until all that is there is sealed; transactions of other databases on the server may hold it back a while. */
async function sealAll(): Promise<void> {
  const self = await operator()
  const { _max } = await db.auditEntry.aggregate({ _max: { sequence: true } })
  await expect
    .poll(
      async () => {
        await sealAuditEntries(self)
        return (await db.auditSeal.findFirst({ orderBy: { number: 'desc' } }))?.toSequence ?? 0n
      },
      { timeout: 40_000, interval: 50 },
    )
    .toBeGreaterThanOrEqual(_max.sequence ?? 0n)
}

/** Runs as the owner, who can do what the app cannot, and takes it back. */
async function asOwner(sql: string, check: () => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString: env.MIGRATION_DATABASE_URL })
  await owner.connect()
  await owner.query('CREATE TABLE IF NOT EXISTS audit_kept AS SELECT * FROM audit_entry')
  try {
    await owner.query("SET session_replication_role = 'replica'")
    await owner.query(sql)
    await check()
  } finally {
    await owner.query('DELETE FROM audit_entry WHERE sequence IN (SELECT sequence FROM audit_kept)')
    await owner.query('INSERT INTO audit_entry SELECT * FROM audit_kept')
    await owner.query('DROP TABLE audit_kept')
    await owner.end()
  }
}

const verify = async () => (await verifyAuditSeals(await operator())).broken

test('entries are sealed once nobody can slip in before them, and the chain holds', async () => {
  const sequences = await write(45)
  await sealAll()
  const last = await db.auditSeal.findFirstOrThrow({ orderBy: { number: 'desc' } })
  expect(last.toSequence).toBeGreaterThanOrEqual(sequences.at(-1) ?? 0n)
  expect(await verify()).toBeNull()
})

test('a transaction that has drawn its sequence but not ended holds the seal back', async () => {
  const self = await operator()
  await sealAll()
  await db.$transaction(async (tx) => {
    await recordAudit(tx, { actorId: self.id, action: 'test.slow' })
    const [later] = await write(1)
    await sealAuditEntries(self)
    await sealAuditEntries(self)
    const last = await db.auditSeal.findFirstOrThrow({ orderBy: { number: 'desc' } })
    expect(last.toSequence).toBeLessThan(later ?? 0n)
  })
  await sealAll()
  expect(await verify()).toBeNull()
})

test.skipIf(!env.MIGRATION_DATABASE_URL)('a deleted row is named', async () => {
  const [, , third] = await write(5)
  await sealAll()
  await asOwner(`DELETE FROM audit_entry WHERE sequence = ${third}`, async () => {
    expect(await verify()).toMatchObject({ sequence: String(third), reason: 'entry deleted' })
  })
  expect(await verify()).toBeNull()
})

test.skipIf(!env.MIGRATION_DATABASE_URL)('a changed row breaks its seal', async () => {
  const [first] = await write(3)
  await sealAll()
  await asOwner(`UPDATE audit_entry SET detail = '{"index": 99}' WHERE sequence = ${first}`, async () => {
    expect(await verify()).toMatchObject({ reason: 'entry or seal changed' })
  })
  expect(await verify()).toBeNull()
})
