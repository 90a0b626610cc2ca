import { megabytes } from '@/lib/domain/bundle/limits'
import { UserError } from '@/lib/domain/user-error'

/** Passes bytes on up to a limit and refuses the rest before it is held. */
export async function* bounded(chunks: AsyncIterable<Uint8Array>, atMost: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.byteLength
    if (size > atMost) throw new UserError('too_large', `The bundle is larger than ${megabytes(atMost)}.`)
    yield chunk
  }
}
