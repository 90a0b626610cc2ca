import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { bundleHash } from './bundle-hash'
import { withBundleAt } from './open-bundle'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mangping-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Entries = Record<string, string | Uint8Array>

async function packed(entries: Entries, mode?: number): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(entries))
    zip.addBuffer(Buffer.from(content), name, mode === undefined ? {} : { mode })
  zip.end()
  return buffer(zip.outputStream)
}

async function zipped(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, bytes)
  return file
}

const contents = (place: string) =>
  withBundleAt(place, async (files) =>
    Object.fromEntries(
      await Promise.all(files.paths.map(async (name) => [name, await text(Readable.from(files.open(name)))])),
    ),
  )

const sound = { 'study.yaml': 'name: x', 'outputs.jsonl': '{"prompt":"字"}' }

test('a folder and a .zip of it are the same bundle, with a folder around or not', async () => {
  const place = path.join(folder, 'plain')
  await mkdir(path.join(place, 'media'), { recursive: true })
  for (const [name, content] of Object.entries(sound)) await writeFile(path.join(place, name), content)
  const flat = await zipped('flat.zip', await packed(sound))
  const inside = await zipped(
    'inside.zip',
    await packed({
      'my/study.yaml': sound['study.yaml'],
      'my/outputs.jsonl': sound['outputs.jsonl'],
      '__MACOSX/my/._x': 'x',
    }),
  )
  for (const each of [place, flat, inside]) expect(await contents(each)).toEqual(sound)
  const hashes = await Promise.all([place, flat, inside].map((each) => withBundleAt(each, bundleHash)))
  expect(new Set(hashes.map((hash) => Buffer.from(hash.bundle).toString('hex'))).size).toBe(1)
})

/** Changes what the central directory says of its first entry, or the end record of all. */
function forged(bytes: Buffer, { size, entries }: { size?: number; entries?: number }): Buffer {
  const directory = bytes.indexOf('PK\u0001\u0002', 'latin1')
  if (size !== undefined) bytes.writeUInt32LE(size, directory + 24)
  if (entries !== undefined) {
    bytes.writeUInt16LE(entries, bytes.length - 14)
    bytes.writeUInt16LE(entries, bytes.length - 12)
  }
  return bytes
}

test('a .zip that says it unpacks beyond the limit is refused before it is unpacked', async () => {
  const bomb = await zipped('bomb.zip', forged(await packed(sound), { size: 201 * 1024 * 1024 }))
  await expect(contents(bomb)).rejects.toMatchObject({ code: 'too_large' })
})

test('an entry that unpacks to more than it says is refused', async () => {
  const bytes = forged(await packed({ 'study.yaml': 'a'.repeat(100_000) }), { size: 10 })
  await expect(contents(await zipped('liar.zip', bytes))).rejects.toMatchObject({ code: 'invalid' })
})

test('a path that leads out of a .zip is refused', async () => {
  const bytes = await packed({ 'study.yaml': 'x', 'xx/escape': 'x' })
  const evil = Buffer.from(bytes.toString('latin1').replaceAll('xx/escape', '../escape'), 'latin1')
  await expect(contents(await zipped('evil.zip', evil))).rejects.toMatchObject({ code: 'invalid' })
})

test('links are refused in a .zip and in a folder', async () => {
  await expect(
    contents(await zipped('link.zip', await packed({ 'study.yaml': '/etc/passwd' }, 0o120777))),
  ).rejects.toMatchObject({ code: 'invalid' })
  const place = path.join(folder, 'linked')
  await mkdir(place)
  await symlink('/etc/passwd', path.join(place, 'study.yaml'))
  await expect(contents(place)).rejects.toMatchObject({ code: 'invalid' })
})

test('too many entries are refused without reading them', async () => {
  const many = await zipped('many.zip', forged(await packed(sound), { entries: 10_001 }))
  await expect(contents(many)).rejects.toMatchObject({ code: 'too_large' })
})

test.each([
  ['nowhere', 'not_found'],
  ['broken.zip', 'invalid'],
  ['plain.txt', 'invalid'],
])('%s is refused as %s', async (name, code) => {
  if (name !== 'nowhere') await zipped(name, Buffer.from('no zip at all'))
  await expect(contents(path.join(folder, name))).rejects.toMatchObject({ code })
})
