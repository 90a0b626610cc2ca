import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { UserError } from '@/lib/domain/user-error'
import { csvLine, undefused } from './csv'
import { ratingColumns, type RatingRow, type ScoreRow } from './rating-row'

export const ratingsHeader = csvLine(ratingColumns)

export function ratingsLine(row: RatingRow): string {
  return csvLine(ratingColumns.map((column) => row[column]))
}

const missingOrNumber = z
  .string()
  .refine((text) => text === '' || Number.isFinite(Number(text)), { message: 'a number, or nothing' })
  .transform((text) => (text.trim() === '' ? null : Number(text)))

const text = z.string().transform(undefused)

const scoreRow = z
  .object({
    rating_id: text,
    kind: text,
    prompt: text,
    model: text,
    rater: text,
    criterion: text,
    score: missingOrNumber,
    counts: z.enum(['true', 'false']).transform((word) => word === 'true'),
    reason: text.transform((words) => words || null),
    agreed: missingOrNumber,
  })
  .refine((row) => !row.counts || row.score !== null, {
    message: 'a score, where it counts',
    path: ['score'],
  })

export type ReadRow = ScoreRow & { agreed: number | null }

/** Reads what numbers depend on from a ratings file; the first row that is wrong is refused with its line. */
export function readRatings(csv: string, file: string): ReadRow[] {
  const records = recordsOf(csv, file)
  return records.map((record, index) => {
    const result = scoreRow.safeParse(record)
    if (result.success) return result.data
    const issue = result.error.issues[0]
    const field = String(issue?.path[0] ?? '')
    throw malformed(file, {
      row: index + 2,
      field,
      got: record[field] ?? null,
      expected: issue?.message ?? 'a row of a ratings file',
    })
  })
}

function recordsOf(csv: string, file: string): Record<string, string>[] {
  try {
    return parse(csv, { columns: true, bom: true })
  } catch (error) {
    const expected = `CSV with the columns ${ratingColumns.join(',')}`
    throw malformed(file, {
      row: null,
      field: null,
      got: error instanceof Error ? error.message : null,
      expected,
    })
  }
}

type Found = { row: number | null; field: string | null; got: string | null; expected: string }

function malformed(file: string, found: Found): UserError {
  const where = found.row === null ? file : `${file}, row ${found.row}, ${found.field}`
  return new UserError('invalid', `${where}: expected ${found.expected}.`, { problems: [{ file, ...found }] })
}
