import path from 'node:path'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { bundlePaths, pathProblem, type BundleFiles } from '@/lib/domain/bundle/bundle-files'
import { limits } from '@/lib/domain/bundle/limits'
import { problemOf, wanted, type Said } from '@/lib/domain/bundle/said'
import { UserError } from '@/lib/domain/user-error'
import { tooLarge, tooManyFiles } from './too-large'

export type ZipBundle = BundleFiles & { close(): void }

/** A bundle in a .zip. Its directory is judged before anything is unpacked, and no entry may grow beyond what it declares. */
export async function zipBundle(file: string, label = path.basename(file)): Promise<ZipBundle> {
  const zip = await opened(file)
  try {
    const entries = await declaredEntries(zip)
    const places = bundlePaths([...entries.keys()])
    return {
      label,
      paths: [...places.keys()],
      open: (name) => unpacked(zip, entries.get(places.get(name) ?? name), name),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function opened(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { autoClose: false, lazyEntries: true, validateEntrySizes: true })
  } catch (error) {
    throw unreadable(error)
  }
}

async function declaredEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw tooManyFiles('.zip')
  const entries = new Map<string, Entry>()
  let size = 0
  try {
    for await (const entry of zip.eachEntry()) {
      size += entry.uncompressedSize
      if (size > limits.uploadBytes) throw tooLarge(limits.uploadBytes)
      const problem = problemWith(entry, entries)
      if (problem)
        throw new UserError('invalid', 'The .zip cannot be used.', {
          problems: [pathProblem(entry.fileName, problem)],
          problemCount: 1,
        })
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    throw error instanceof UserError ? error : unreadable(error)
  }
  return entries
}

function problemWith(entry: Entry, known: Map<string, Entry>): Said | null {
  // Unix file types stand in the upper half of the attributes; 0o12 is a link.
  if (entry.externalFileAttributes >>> 28 === 0o12) return wanted('noLink')
  if (entry.isEncrypted()) return wanted('noPassword')
  if (known.has(entry.fileName)) return wanted('pathOnce')
  if (!entry.canDecodeFileData()) return wanted('plainEntry')
  return null
}

async function* unpacked(zip: ZipFile, entry: Entry | undefined, name: string): AsyncGenerator<Uint8Array> {
  if (!entry) return
  try {
    const stream: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry)
    yield* stream
  } catch (error) {
    throw unreadable(error, name)
  }
}

function unreadable(error: unknown, name?: string): UserError {
  const got = error instanceof Error ? error.message.slice(0, 200) : null
  const problem = problemOf({ file: name ?? null, row: null, field: null, got, expected: wanted('soundZip') })
  return new UserError('invalid', 'The .zip cannot be read.', { problems: [problem], problemCount: 1 })
}
