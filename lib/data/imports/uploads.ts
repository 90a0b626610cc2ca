import type { Admin } from '@/lib/domain/people/actor'
import { bundlePaths } from '@/lib/domain/bundle/bundle-files'
import type { StoredFile } from '@/lib/domain/bundle/import-view'
import { limits, megabytes } from '@/lib/domain/bundle/limits'
import { UserError } from '@/lib/domain/user-error'
import { db } from '@/lib/data/db'
import { importRun } from './import-runs'

const chunkBytes = 1024 * 1024
/** Room for the chunks of one part: a part may be as large as a whole upload. */
const chunksPerPart = 1000

export type Upload = {
  importId: string
  path: string
  /** A large file may come in numbered parts, each of which can be sent again. */
  part: number | null
  body: AsyncIterable<Uint8Array>
}

/** Stores uploaded bytes as they arrive; what came before under the same path and part is replaced. */
export async function storeUpload(admin: Admin, { importId, path, part, body }: Upload): Promise<StoredFile> {
  const run = await importRun(admin, importId)
  if (run.state !== 'uploading' && run.state !== 'refused')
    throw new UserError('conflict', `This import is ${run.state}.`)
  if (!run.files.some((file) => file.path === path) && run.files.length >= limits.entries) {
    throw new UserError('too_large', `At most ${limits.entries} files.`)
  }
  bundlePaths([path])
  const first = (part ?? 0) * chunksPerPart
  const number = part === null ? {} : { number: { gte: first, lt: first + chunksPerPart } }
  await db.uploadChunk.deleteMany({ where: { importId, path, ...number } })
  let index = 0
  for await (const bytes of chunks(body)) await storeChunk(importId, path, { number: first + index++, bytes })
  const { files } = await importRun(admin, importId)
  const bytes = files.find((file) => file.path === path)?.bytes ?? 0
  return { path, bytes, totalBytes: files.reduce((sum, file) => sum + file.bytes, 0) }
}

/** The limit is held by the statement that stores: bytes beyond it never lie anywhere. */
async function storeChunk(
  importId: string,
  path: string,
  { number, bytes }: { number: number; bytes: Uint8Array },
): Promise<void> {
  const stored = await db.$executeRaw`
    INSERT INTO upload_chunk (import_id, path, number, bytes)
    SELECT ${importId}::uuid, ${path}, ${number}, ${bytes}
    WHERE (SELECT coalesce(sum(octet_length(bytes)), 0) FROM upload_chunk WHERE import_id = ${importId}::uuid) + ${bytes.byteLength} <= ${limits.uploadBytes}
      AND EXISTS (SELECT FROM import_run WHERE id = ${importId}::uuid AND state IN ('uploading', 'refused'))`
  if (stored === 0)
    throw new UserError('too_large', `An import takes at most ${megabytes(limits.uploadBytes)}.`)
}

/** Regroups bytes so that no row holds more than one megabyte; an empty file is one empty row. */
async function* chunks(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let size = 0
  let given = 0
  for await (const piece of body) {
    for (let start = 0; start < piece.byteLength;) {
      const taken = piece.subarray(start, start + chunkBytes - size)
      held.push(taken)
      size += taken.byteLength
      start += taken.byteLength
      if (size < chunkBytes) continue
      yield Buffer.concat(held)
      given += 1
      held = []
      size = 0
    }
  }
  if (size > 0 || given === 0) yield Buffer.concat(held)
}
