/** The part of yazl that tests use to write .zip files; the package brings no types. */
declare module 'yazl' {
  import type { Readable } from 'node:stream'

  type Options = { compress?: boolean; mode?: number }

  export class ZipFile {
    readonly outputStream: Readable
    addBuffer(buffer: Uint8Array, path: string, options?: Options): void
    end(): void
  }
}
