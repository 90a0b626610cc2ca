import { log } from './log'

type Write = (sink: (text: string) => Promise<void>) => Promise<unknown>

/**
 * An answer that is written while it is read, so that an export of any size needs no memory. What goes wrong before
 * the first piece is a refusal like any other; later it can only break the download off.
 */
export async function download(name: string, type: string, write: Write): Promise<Response> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const encoder = new TextEncoder()
  let begun = () => {}
  const first = new Promise<void>((resolve) => (begun = resolve))
  const done = write(async (text) => {
    begun()
    await writer.ready
    await writer.write(encoder.encode(text))
  })
  await Promise.race([first, done])
  done
    .then(() => writer.close())
    .catch((error: unknown) => {
      log.warn({ err: error, name }, 'download broke off')
      return writer.abort(error).catch(() => undefined)
    })
  return new Response(readable, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
