import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { foreignEncoding } from '@/lib/domain/bundle/encoding'
import { UserError } from '@/lib/domain/user-error'

/**
 * The records of a CSV file, one after the other, so that a file of any size fits. UTF-8, with or without a byte order
 * mark. Rows are counted as a spreadsheet does: the header is row 1.
 *
 * @throws UserError `not_found` for a file that cannot be read; `invalid` for another encoding or broken quoting
 */
export async function* csvRecords(file: string): AsyncGenerator<string[]> {
  const text = Readable.from(decoded(file))
  const parser = parse({ bom: true, trim: true, skip_empty_lines: true, relax_column_count: true })
  text.on('error', (error) => parser.destroy(error))
  try {
    yield* text.pipe(parser) as AsyncIterable<string[]>
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = typeof error['lines'] === 'number' ? error['lines'] : null
    throw new UserError('invalid', `${file} is not CSV.`, {
      problems: [{ file, row, field: null, got: error.message.slice(0, 120), expected: 'CSV' }],
    })
  }
}

async function* decoded(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isStart = true
  for await (const bytes of bytesOf(file)) {
    const foreign = isStart ? foreignEncoding(bytes) : null
    if (foreign) throw notUtf8(file, foreign)
    isStart = false
    try {
      yield decoder.decode(bytes, { stream: true })
    } catch {
      throw notUtf8(file, 'another encoding')
    }
  }
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file) as AsyncIterable<Uint8Array>
  } catch {
    throw new UserError('not_found', `There is no file ${file} that can be read.`)
  }
}

function notUtf8(file: string, got: string): UserError {
  return new UserError('invalid', `${file} is not UTF-8.`, {
    problems: [{ file, row: null, field: null, got, expected: 'UTF-8' }],
  })
}
