import { createHash } from 'node:crypto'
import { knownFiles, type BundleFiles } from '@/lib/domain/bundle/bundle-files'

export type BundleHash = { bundle: Uint8Array<ArrayBuffer>; prompts: Uint8Array<ArrayBuffer> }

/** sha256 over path and bytes of each file that carries the study: where the bundle lies and what lies beside it is no part. */
export async function bundleHash(files: BundleFiles): Promise<BundleHash> {
  const whole = createHash('sha256')
  let prompts = new Uint8Array()
  for (const path of knownFiles) {
    if (!files.paths.includes(path)) continue
    const digest = await fileHash(files.open(path))
    if (path === 'prompts.jsonl') prompts = digest
    whole.update(`${path}\0`).update(digest)
  }
  return { bundle: new Uint8Array(whole.digest()), prompts }
}

async function fileHash(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const hash = createHash('sha256')
  for await (const chunk of chunks) hash.update(chunk)
  return new Uint8Array(hash.digest())
}
