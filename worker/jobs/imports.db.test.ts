import { randomBytes, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { adminAccount } from '@/lib/data/accounts'
import { db } from '@/lib/data/db'
import { importRun } from '@/lib/data/imports/import-runs'
import { checkImport, confirmImport, discardImport, startImport } from '@/lib/data/imports/import-steps'
import { resumeImports, sweepOldImports } from '@/lib/data/imports/import-upkeep'
import { storeUpload } from '@/lib/data/imports/uploads'
import { testBundle } from '@/lib/domain/bundle/test-bundle'
import { operator, requester } from '@/lib/server/operator'
import { importUpload } from './import'
import { checkUpload } from './import-check'

const study = (slug: string) =>
  `name: Test\nslug: ${slug}\nrubric: template:five-level-quality\nprotocol: { method: absolute }\n`
const freshSlug = () => `upload-${randomBytes(5).toString('hex')}`

async function admin() {
  const account = await db.account.create({ data: { role: 'admin' } })
  return requester(account.id)
}

async function* bytes(content: Uint8Array | string): AsyncGenerator<Uint8Array> {
  yield typeof content === 'string' ? new TextEncoder().encode(content) : content
}

async function bytesOf(files: ReturnType<typeof testBundle>, path: string): Promise<Buffer> {
  return buffer(Readable.from(files.open(path)))
}

async function uploaded(slug: string, as: 'files' | 'zip', changed: Record<string, string> = {}) {
  const who = await admin()
  const { id } = await startImport(who, { label: 'my bundle' })
  const files = testBundle({ 'study.yaml': study(slug), ...changed })
  const put = (path: string, content: Uint8Array, part: number | null = null) =>
    storeUpload(who, { importId: id, path, part, body: bytes(content) })
  if (as === 'files') for (const path of files.paths) await put(`my/${path}`, await bytesOf(files, path))
  else {
    const zip = new ZipFile()
    for (const path of files.paths) zip.addBuffer(await bytesOf(files, path), `my/${path}`)
    zip.end()
    const packed = await buffer(zip.outputStream)
    const half = Math.ceil(packed.length / 2)
    await put('my.zip', packed.subarray(0, half), 0)
    await put('my.zip', packed.subarray(half), 1)
    await put('my.zip', packed.subarray(half), 1)
  }
  return { who, id, job: { importId: id, byId: who.id } }
}

test.each(['files', 'zip'] as const)(
  'an upload of %s is checked, previewed, confirmed and stored',
  async (as) => {
    const slug = freshSlug()
    const { who, id, job } = await uploaded(slug, as)
    expect((await checkImport(who, id)).state).toBe('checking')
    await checkUpload(job, false)
    expect(await importRun(who, id)).toMatchObject({
      state: 'checked',
      slug,
      problemCount: 0,
      preview: { counts: { prompts: 2, outputs: 4 } },
    })
    expect((await confirmImport(who, id)).state).toBe('importing')
    await importUpload(job, false)
    const done = await importRun(who, id)
    expect(done).toMatchObject({ state: 'done', progress: { done: 4, total: 4 }, files: [] })
    expect(done.studyId).not.toBeNull()
    const entry = await db.auditEntry.findFirst({
      where: { studyId: done.studyId, action: 'study.imported' },
    })
    expect(entry?.actorId).toBe(who.id)
    await importUpload(job, false)
    expect(await db.study.count({ where: { slug } })).toBe(1)
  },
)

test('problems wait for the admin, who uploads again and has it checked again', async () => {
  const { who, id, job } = await uploaded(freshSlug(), 'files', {
    'outputs.jsonl': '{"prompt":"p1","model":"m-a","turns":[""]}',
  })
  await checkImport(who, id)
  await checkUpload(job, false)
  const refused = await importRun(who, id)
  expect(refused).toMatchObject({ state: 'refused', problemCount: 2 })
  expect(refused.problems[0]).toMatchObject({ row: 1, got: 'output of m-a is empty' })
  await expect(confirmImport(who, id)).rejects.toMatchObject({ code: 'conflict' })
  const rows = [
    '{"prompt":"p1","model":"m-a","turns":["x"]}',
    '{"prompt":"p2","model":"m-a","turns":["x","y"]}',
  ]
  await storeUpload(who, { importId: id, path: 'my/outputs.jsonl', part: null, body: bytes(rows.join('\n')) })
  await checkImport(who, id)
  await checkUpload(job, false)
  expect((await importRun(who, id)).state).toBe('checked')
})

test('a slug that is taken is refused with its reason', async () => {
  const slug = freshSlug()
  const first = await uploaded(slug, 'files')
  await db.importRun.update({ where: { id: first.id }, data: { state: 'importing' } })
  await importUpload(first.job, false)
  const second = await uploaded(slug, 'files', { 'models.csv': 'id,name\nm-a,New\nm-b,B\n' })
  await db.importRun.update({ where: { id: second.id }, data: { state: 'importing' } })
  await importUpload(second.job, false)
  const refused = await importRun(second.who, second.id)
  expect(refused.state).toBe('refused')
  expect(refused.problems[0]).toMatchObject({
    field: 'slug',
    words: { expected: { id: 'expected.freshSlug' } },
  })
})

test('an import whose upload is gone is refused, not retried', async () => {
  const { who, id, job } = await uploaded(freshSlug(), 'files')
  await db.importRun.update({ where: { id }, data: { state: 'importing' } })
  await db.uploadChunk.deleteMany({ where: { importId: id } })
  await importUpload(job, false)
  expect((await importRun(who, id)).state).toBe('refused')
})

test('uploads beyond the limit are refused, as are paths that lead out', async () => {
  const who = await admin()
  const { id } = await startImport(who, { label: 'x' })
  const put = (path: string, body: AsyncIterable<Uint8Array>) =>
    storeUpload(who, { importId: id, path, part: null, body })
  await expect(put('../x', bytes('a'))).rejects.toMatchObject({ code: 'invalid' })
  await db.$executeRaw`INSERT INTO upload_chunk (import_id, path, number, bytes)
    SELECT ${id}::uuid, 'big.jsonl', number, decode(repeat('00', 1048576), 'hex') FROM generate_series(1, 199) AS number`
  await put('more.jsonl', bytes(new Uint8Array(1024 * 1024)))
  await expect(put('much.jsonl', bytes('a'))).rejects.toMatchObject({ code: 'too_large' })
  await discardImport(who, id)
  await expect(importRun(who, id)).rejects.toMatchObject({ code: 'not_found' })
})

test('what a killed worker left is sent again, and old uploads are swept', async () => {
  const { who, id } = await uploaded(freshSlug(), 'files')
  await checkImport(who, id)
  expect(await resumeImports(await operator())).toBeGreaterThanOrEqual(1)
  await sweepOldImports(await operator(), new Date(Date.now() + 25 * 3_600_000))
  await expect(importRun(who, id)).rejects.toMatchObject({ code: 'not_found' })
})

test('a job acts only for who is still an admin', async () => {
  const rater = await db.account.create({ data: { role: 'rater' } })
  await expect(adminAccount(rater.id)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(adminAccount(randomUUID())).rejects.toMatchObject({ code: 'forbidden' })
})
