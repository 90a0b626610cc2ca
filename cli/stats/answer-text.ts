import { severalFigures, type Answer } from './answer'

const shown = (value: unknown): string => {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toPrecision(6)
  return typeof value === 'object' ? JSON.stringify(value, shortened) : String(value)
}

/** Numbers inside a cell, to three digits. */
const shortened = (_: string, value: unknown) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(3)) : value

type Row = Record<string, unknown>
type Table = { title: string; columns: string[]; rows: [string, Row][] }

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An answer for people: the figure with its interval, then the details: single values first, tables after. */
export function answerText({ measure, n, value, low, high, reason, details }: Answer): string {
  const interval = low === null && high === null ? [] : [`[${shown(low)}, ${shown(high)}]`]
  const figure = value === null ? `${reason === severalFigures ? '' : 'undefined: '}${reason}` : shown(value)
  const head = [measure, figure, ...interval]
  const size = `n\t${n.items} items, ${n.raters} raters, ${n.ratings} ratings`
  const parts = Object.entries(details)
  const singles = parts
    .filter(([, part]) => !tableOf('', part))
    .map(([name, part]) => `${name}\t${shown(part)}`)
  const tables = joined(parts.flatMap(([name, part]) => tableOf(name, part) ?? []))
  return [head.join('\t'), size, ...singles, ...tables.flatMap(tableLines)].join('\n')
}

/** A part with rows: by name, or a list of rows by their place. */
function tableOf(title: string, part: unknown): Table | null {
  const list = Array.isArray(part) && part.length > 0 && part.every(isRow) ? part : null
  const rows = list
    ? list.map((row, place): [string, unknown] => [String(place + 1), row])
    : isRow(part)
      ? Object.entries(part)
      : null
  if (!rows || rows.length === 0) return null
  const cells = rows.map(([name, row]): [string, Row] => [name, isRow(row) ? row : { [title]: row }])
  return { title, columns: [...new Set(cells.flatMap(([, row]) => Object.keys(row)))], rows: cells }
}

/** Single figures of the same names, one after the other, become columns of one table. */
function joined(tables: Table[]): Table[] {
  const isColumn = ({ title, columns }: Table) => columns.length === 1 && columns[0] === title
  const names = ({ rows }: Table) => rows.map(([name]) => name).join('\n')
  const result: Table[] = []
  for (const table of tables) {
    const before = result.at(-1)
    const fits = before && isColumn(table) && before.title === '' && names(before) === names(table)
    if (fits) {
      before.columns.push(table.title)
      before.rows = before.rows.map(([name, row], at) => [name, { ...row, ...table.rows[at]?.[1] }])
    } else result.push(isColumn(table) ? { ...table, title: '' } : table)
  }
  return result
}

function tableLines({ title, columns, rows }: Table): string[] {
  const lines = rows.map(([name, row]) => [name, ...columns.map((column) => shown(row[column]))].join('\t'))
  return ['', [title, ...columns].join('\t'), ...lines]
}
