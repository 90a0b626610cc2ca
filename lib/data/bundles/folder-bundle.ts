import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { bundlePaths, pathProblem, type BundleFiles } from '@/lib/domain/bundle/bundle-files'
import { limits } from '@/lib/domain/bundle/limits'
import { wanted } from '@/lib/domain/bundle/said'
import { UserError } from '@/lib/domain/user-error'
import { bounded } from './bounded'
import { tooLarge, tooManyFiles } from './too-large'

/** A bundle in a folder. Links are refused: they lead out of it. */
export async function folderBundle(folder: string): Promise<BundleFiles> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  if (entries.length > limits.entries) throw tooManyFiles('folder')
  const links = entries.filter((entry) => entry.isSymbolicLink())
  if (links.length > 0) {
    const problems = links.slice(0, 100).map((entry) => pathProblem(entry.name, wanted('noLink')))
    throw new UserError('invalid', 'The folder holds links.', { problems, problemCount: links.length })
  }
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
  const places = bundlePaths(names)
  const sizes = await Promise.all(
    [...places.values()].map(async (name) => (await stat(path.join(folder, name))).size),
  )
  if (sizes.reduce((sum, size) => sum + size, 0) > limits.uploadBytes) {
    throw tooLarge(limits.uploadBytes)
  }
  return {
    label: path.basename(path.resolve(folder)),
    paths: [...places.keys()],
    // A file may grow while it is read.
    open: (name) =>
      bounded(createReadStream(path.join(folder, places.get(name) ?? name)), limits.uploadBytes),
  }
}
