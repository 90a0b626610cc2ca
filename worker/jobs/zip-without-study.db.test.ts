import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { zipHoldsStudy } from '@/components/prompt-set/upload/zip-holds-study'
import { db } from '@/lib/data/db'
import { importRun } from '@/lib/data/imports/import-runs'
import { checkImport, startImport } from '@/lib/data/imports/import-steps'
import { storeUpload } from '@/lib/data/imports/uploads'
import { testBundle } from '@/lib/domain/bundle/test-bundle'
import { requester } from '@/lib/server/operator'
import { checkUpload } from './import-check'

const slugs = () => `zip-${randomBytes(5).toString('hex')}`
const study = (slug: string) =>
  `name: Test\nslug: ${slug}\nrubric: template:five-level-quality\nprotocol: { method: absolute }\n`

async function packed(inside: string | null): Promise<Buffer> {
  const files = testBundle({ 'study.yaml': inside })
  const zip = new ZipFile()
  for (const path of files.paths) zip.addBuffer(await buffer(Readable.from(files.open(path))), `my/${path}`)
  zip.end()
  return buffer(zip.outputStream)
}

/** The study that is found in a .zip with a study.yaml beside it. */
async function foundStudy(zip: Buffer, beside: string): Promise<string | null> {
  const account = await db.account.create({ data: { role: 'admin' } })
  const admin = await requester(account.id)
  const { id } = await startImport(admin, { label: 'my.zip' })
  for (const [path, content] of [
    ['my.zip', zip],
    ['study.yaml', Buffer.from(beside)],
  ] as const)
    await storeUpload(admin, { importId: id, path, part: 0, body: Readable.from([content]) })
  await checkImport(admin, id)
  await checkUpload({ importId: id, byId: admin.id }, false)
  const { state, slug, problems } = await importRun(admin, id)
  expect({ state, problems }).toEqual({ state: 'checked', problems: [] })
  return slug
}

test('a .zip without study.yaml takes the one that was written beside it', async () => {
  const slug = slugs()
  const zip = await packed(null)
  expect(await zipHoldsStudy(new Blob([new Uint8Array(zip)]))).toBe(false)
  expect(await foundStudy(zip, study(slug))).toBe(slug)
})

test('a study.yaml within a .zip is not overridden', async () => {
  const slug = slugs()
  const zip = await packed(study(slug))
  expect(await zipHoldsStudy(new Blob([new Uint8Array(zip)]))).toBe(true)
  expect(await foundStudy(zip, study(slugs()))).toBe(slug)
})

test('what is no .zip is left for the server to refuse', async () => {
  expect(await zipHoldsStudy(new Blob(['PK and then nothing']))).toBe(true)
})
