import { decodeUtf8, foreignEncoding, guessedEncoding } from './encoding'
import { limits, megabytes } from './limits'
import type { Report } from './problem-list'
import { came, wanted, type Finding } from './said'

export type Line = { row: number; text: string }
type Chunks = AsyncIterable<Uint8Array>
type RawLine = { row: number; bytes: Uint8Array | null }

/** The lines of a UTF-8 file, one at a time; blank ones are passed over, wrong ones reported. */
export async function* textLines(chunks: Chunks, report: Report): AsyncGenerator<Line> {
  for await (const { row, bytes } of rawLines(chunks)) {
    if (!bytes) {
      report.problems.add({
        file: report.file,
        row,
        field: null,
        got: came('longerLine'),
        expected: wanted('lineAtMost', { size: megabytes(limits.lineBytes) }),
      })
      continue
    }
    const foreign = row === 1 ? foreignEncoding(bytes) : null
    const text = foreign ? null : decodeUtf8(bytes)
    if (text === null) {
      // Every further line would say the same.
      report.problems.add(wrongEncoding(report.file, row, foreign ?? guessedEncoding(bytes)))
      report.cutShort = true
      return
    }
    if (text.trim() !== '') yield { row, text }
  }
}

/** A whole small file as text, or null where it is too large or not UTF-8 (reported). */
export async function wholeText(chunks: Chunks, atMost: number, report: Report): Promise<string | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.byteLength
    if (size > atMost) {
      report.problems.add({
        file: report.file,
        row: null,
        field: null,
        got: came('largerFile'),
        expected: wanted('atMostSize', { size: megabytes(atMost) }),
      })
      return null
    }
    parts.push(chunk)
  }
  const bytes = joined(parts, size)
  const foreign = foreignEncoding(bytes)
  const text = foreign ? null : decodeUtf8(bytes)
  if (text === null) report.problems.add(wrongEncoding(report.file, null, foreign ?? guessedEncoding(bytes)))
  return text
}

function wrongEncoding(file: string, row: number | null, name: string | null): Finding {
  return { file, row, field: null, got: name ?? came('notUtf8'), expected: wanted('utf8') }
}

/** Cuts at line feeds without holding more than one line; a line beyond the limit comes as null. */
async function* rawLines(chunks: Chunks): AsyncGenerator<RawLine> {
  let row = 1
  let held: Uint8Array[] = []
  let size = 0
  const take = (): RawLine => {
    const bytes = size > limits.lineBytes ? null : joined(held, size)
    held = []
    size = 0
    return { row: row++, bytes }
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      held.push(chunk.subarray(start, end))
      size += end - start
      yield take()
      start = end + 1
    }
    size += chunk.byteLength - start
    if (size > limits.lineBytes) held = []
    else if (start < chunk.byteLength) held.push(chunk.subarray(start))
  }
  if (size > 0) yield take()
}

function joined(parts: Uint8Array[], size: number): Uint8Array {
  const [only] = parts
  if (only && parts.length === 1) return only
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}
