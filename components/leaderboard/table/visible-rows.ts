import type { BoardQuery } from './board-query'
import type { ModelRow } from '@/components/leaderboard/board-view'
import { sizeOf } from './model-size'

/** The rows that pass the filters, in order: ranked models first, reference rows in a group of their own below. */
export function visibleRows(
  rows: ModelRow[],
  query: BoardQuery,
): { ranked: ModelRow[]; references: ModelRow[] } {
  const passing = rows.filter((row) => passes(row, query)).sort((a, b) => compare(a, b, query))
  return {
    ranked: passing.filter((row) => row.kind === 'model'),
    references: passing.filter((row) => row.kind !== 'model'),
  }
}

function passes(row: ModelRow, query: BoardQuery): boolean {
  const terms = query.text
    .split(/[;；]/)
    .map((term) => term.trim().toLowerCase())
    .filter(Boolean)
  const text = `${row.name} ${row.organization ?? ''}`.toLowerCase()
  return (
    (!query.type || row.type === query.type) &&
    (!query.organization || row.organization === query.organization) &&
    (!query.access || row.access === query.access) &&
    (!query.license || row.license === query.license) &&
    (!query.size || sizeOf(row.parametersB) === query.size) &&
    (terms.length === 0 || terms.some((term) => text.includes(term)))
  )
}

/** Missing values come last whichever way the column is sorted; equal ones keep the order of the release. */
function compare(a: ModelRow, b: ModelRow, query: BoardQuery): number {
  if (query.sort === 'name') return a.name.localeCompare(b.name) * (query.descending ? 1 : -1)
  const [left, right] = [valueOf(a, query.sort), valueOf(b, query.sort)]
  if (left === null || right === null) return Number(left === null) - Number(right === null)
  return query.descending ? right - left : left - right
}

function valueOf(row: ModelRow, column: string): number | null {
  if (column === 'parameters') return row.parametersB
  if (column === 'n') return row.n
  return row.figures[column]?.score ?? null
}
