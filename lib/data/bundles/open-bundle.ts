import { stat } from 'node:fs/promises'
import type { BundleFiles } from '@/lib/domain/bundle/bundle-files'
import { limits } from '@/lib/domain/bundle/limits'
import { UserError } from '@/lib/domain/user-error'
import { folderBundle } from './folder-bundle'
import { tooLarge } from './too-large'
import { zipBundle } from './zip-bundle'

/** Runs `work` on a bundle on this machine's disk, a folder or a .zip. */
export async function withBundleAt<T>(place: string, work: (files: BundleFiles) => Promise<T>): Promise<T> {
  const found = await stat(place).catch(() => null)
  if (!found) throw new UserError('not_found', `There is no bundle at ${place}.`)
  if (found.isDirectory()) return work(await folderBundle(place))
  if (!place.toLowerCase().endsWith('.zip'))
    throw new UserError('invalid', `${place} is neither a folder nor a .zip.`)
  if (found.size > limits.uploadBytes) throw tooLarge(limits.uploadBytes)
  const bundle = await zipBundle(place)
  try {
    return await work(bundle)
  } finally {
    bundle.close()
  }
}
