import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { bundleId, shortText } from './fields'
import { reportIssues } from './field-problems'
import { limits } from './limits'
import type { Report } from './problem-list'
import { came, rule, wanted, type Finding } from './said'

const optional = shortText.optional()
const webAddress = z
  .string()
  .max(2000)
  .refine((text) => /^https?:\/\/\S+$/i.test(text), rule('webAddress'))

// A field that JavaScript objects have anyway is no column: rows are read by these names alone.
const columns = {
  id: bundleId,
  name: shortText.max(200),
  organization: shortText.max(200).optional(),
  kind: z.enum(['model', 'reference', 'baseline', 'human']).default('model'),
  type: z.enum(['pretrained', 'continued', 'fine-tuned', 'chat', 'merge', 'unknown']).optional(),
  access: z.enum(['open', 'closed']).optional(),
  parameters_b: z
    .string()
    .refine((text) => /^\d{1,7}(\.\d{1,6})?$/.test(text), rule('billions'))
    .transform(Number)
    .optional(),
  architecture: optional,
  license: optional,
  precision: optional,
  url: webAddress.optional(),
  description: optional,
  aliases: optional,
  caveat: optional,
}
const modelRow = z
  .object(columns)
  .transform(({ aliases, ...rest }) => ({ ...rest, aliases: listed(aliases) }))
export type ModelRow = z.infer<typeof modelRow>

/** models.csv. Rows are counted as a spreadsheet does: the header is row 1. */
export function modelRows(text: string, report: Report): ModelRow[] {
  const [header, ...records] = recordsOf(text, report)
  const names = header?.map((name) => name.trim().toLowerCase()) ?? []
  if (!isUsable(names, report)) return []
  const firstRows = new Map<string, number>()
  return records.flatMap((cells, index) => {
    const row = index + 2
    if (cells.length > names.length) {
      report.problems.add({
        file: report.file,
        row,
        field: null,
        got: came('cells', { count: cells.length }),
        expected: wanted('cellsOfHeader', { count: names.length }),
      })
      return []
    }
    const raw = Object.fromEntries(
      names.flatMap((name, at) => (cells[at] && name in columns ? [[name, cells[at]]] : [])),
    )
    const result = modelRow.safeParse(raw)
    if (!result.success) {
      reportIssues(report, { raw, issues: result.error.issues, row })
      return []
    }
    const first = firstRows.get(result.data.id)
    if (first !== undefined) {
      report.problems.add({
        file: report.file,
        row,
        field: 'id',
        got: result.data.id,
        expected: wanted('ownId', { row: first }),
      })
      return []
    }
    firstRows.set(result.data.id, row)
    return [result.data]
  })
}

function isUsable(names: string[], report: Report): boolean {
  const wrong = (field: string, got: Finding['got'], expected: Finding['expected']) =>
    report.problems.add({ file: report.file, row: 1, field, got, expected })
  const before = report.problems.count
  for (const required of ['id', 'name'])
    if (!names.includes(required))
      wrong(required, names.join(',').slice(0, 80) || null, wanted('column', { name: required }))
  for (const [at, name] of names.entries()) {
    if (names.indexOf(name) !== at) wrong(name, came('columnTwice'), wanted('columnOnce'))
    else if (!Object.hasOwn(columns, name)) {
      report.warnings.add({
        file: report.file,
        row: 1,
        field: name,
        got: came('unknownColumn'),
        expected: wanted('knownColumn', { columns: Object.keys(columns).join(', ') }),
      })
    }
  }
  return report.problems.count === before
}

function recordsOf(text: string, report: Report): string[][] {
  try {
    const records = parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: 100_000,
    })
    if (records.length <= limits.models + 1) return records
    report.problems.add({
      file: report.file,
      row: limits.models + 2,
      field: null,
      got: came('models', { count: records.length - 1 }),
      expected: wanted('atMostModels', { count: limits.models }),
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = typeof error['lines'] === 'number' ? error['lines'] : null
    report.problems.add({
      file: report.file,
      row,
      field: null,
      got: error.message.slice(0, 120),
      expected: wanted('csv'),
    })
  }
  return []
}

function listed(text: string | undefined): string[] {
  return [
    ...new Set(
      (text ?? '')
        .split(/[;；]/)
        .map((part) => part.trim())
        .filter(Boolean),
    ),
  ]
}
