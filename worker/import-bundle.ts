import { randomInt } from 'node:crypto'
import { storeBundle, type StoredBundle } from '@/lib/data/imports/store-bundle'
import type { BundleFiles } from '@/lib/domain/bundle/bundle-files'
import { checkBundle, soundBundle, type SoundBundle } from '@/lib/domain/bundle/check-bundle'
import type { Admin } from '@/lib/domain/people/actor'
import { rendererVersion, renderMarkdown } from '@/lib/render/render-markdown'

export type ImportOptions = {
  dryRun?: boolean
  sample?: boolean
  /** Of the order in which tasks will be offered; random where none is asked for. */
  seed?: number
  onProgress?: (done: number, total: number) => Promise<void> | void
}

export type ImportedBundle = { bundle: SoundBundle; stored: StoredBundle | null }

/** Checks a bundle and stores it: the one way in, for the command line, the worker and the sample. */
export async function importBundle(
  admin: Admin,
  files: BundleFiles,
  options: ImportOptions = {},
): Promise<ImportedBundle> {
  const bundle = soundBundle(await checkBundle(files))
  if (options.dryRun) return { bundle, stored: null }
  const total = bundle.preview.counts.outputs
  const stored = await storeBundle(
    admin,
    { files, bundle },
    {
      renderer: { version: rendererVersion, html: renderMarkdown },
      seed: options.seed ?? randomInt(2 ** 31),
      sample: options.sample ?? false,
      onProgress: (done) => options.onProgress?.(done, total),
    },
  )
  return { bundle, stored }
}
