import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { bundlePaths, type BundleFiles } from '@/lib/domain/bundle/bundle-files'
import { UserError } from '@/lib/domain/user-error'
import { db } from '@/lib/data/db'
import { zipBundle } from './zip-bundle'

/**
 * Runs `work` on what was uploaded for an import: files as they came, or one .zip. Beside a .zip a study.yaml may lie that
 * was written in the browser; one inside the .zip goes first.
 */
export async function withUpload<T>(
  importId: string,
  label: string,
  work: (files: BundleFiles) => Promise<T>,
): Promise<T> {
  const rows = await db.uploadChunk.findMany({
    where: { importId },
    distinct: ['path'],
    select: { path: true },
    orderBy: { path: 'asc' },
  })
  const paths = rows.map((row) => row.path)
  if (paths.length === 0) throw new UserError('invalid', 'Nothing was uploaded.')
  const beside = paths.includes(studyPath)
  const [zip, ...others] = paths.filter((each) => each !== studyPath)
  if (zip?.toLowerCase().endsWith('.zip') && others.length === 0) {
    return withZip({ importId, uploaded: zip, label }, (files) =>
      work(beside ? withStudy(files, importId) : files),
    )
  }
  const places = bundlePaths(paths)
  return work({
    label,
    paths: [...places.keys()],
    open: (name) => chunksOf(importId, places.get(name) ?? name),
  })
}

const studyPath = 'study.yaml'

function withStudy(files: BundleFiles, importId: string): BundleFiles {
  if (files.paths.includes(studyPath)) return files
  const open = (name: string) => (name === studyPath ? chunksOf(importId, studyPath) : files.open(name))
  return { label: files.label, paths: [studyPath, ...files.paths], open }
}

// A .zip is read from its end: it needs a file. The folder is gone again whatever happens.
async function withZip<T>(
  { importId, uploaded, label }: { importId: string; uploaded: string; label: string },
  work: (files: BundleFiles) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mangping-import-'))
  try {
    const file = path.join(folder, 'upload.zip')
    await pipeline(chunksOf(importId, uploaded), createWriteStream(file))
    const bundle = await zipBundle(file, label)
    try {
      return await work(bundle)
    } finally {
      bundle.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* chunksOf(importId: string, uploaded: string): AsyncGenerator<Uint8Array> {
  for (let after = -1; ;) {
    const chunk = await db.uploadChunk.findFirst({
      where: { importId, path: uploaded, number: { gt: after } },
      orderBy: { number: 'asc' },
      select: { number: true, bytes: true },
    })
    if (!chunk) return
    after = chunk.number
    yield chunk.bytes
  }
}
