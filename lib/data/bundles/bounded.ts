import { tooLarge } from './too-large'

/** Passes bytes on up to a limit and refuses the rest before it is held. */
export async function* bounded(
  chunks: AsyncIterable<Uint8Array>,
  atMost: number,
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.byteLength
    if (size > atMost) throw tooLarge(atMost)
    yield chunk
  }
}
