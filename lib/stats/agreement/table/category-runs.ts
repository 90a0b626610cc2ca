import type { AgreementTable } from './agreement-table'

/** Rows as counts: row r says count[e] times category[e] for e from start[r] up to start[r + 1], category ascending. */
export type CategoryRuns = { start: Int32Array; category: Int32Array; count: Float64Array }

/** The rows of a table without the raters: which categories an item got, and how often each. */
export function categoryRuns(table: AgreementTable): CategoryRuns {
  const rows = table.times.length
  const start = new Int32Array(rows + 1)
  const category = new Int32Array(table.category.length)
  const count = new Float64Array(table.category.length)
  let end = 0
  for (let row = 0; row < rows; row += 1) {
    const entries = table.category.subarray(table.start[row], table.start[row + 1])
    const ascending = table.rater === null ? entries : entries.slice().sort()
    for (let entry = 0; entry < ascending.length; entry += 1) {
      const here = ascending[entry] ?? 0
      if (entry === 0 || category[end - 1] !== here) end += 1
      category[end - 1] = here
      count[end - 1] = (count[end - 1] ?? 0) + 1
    }
    start[row + 1] = end
  }
  return { start, category: category.slice(0, end), count: count.slice(0, end) }
}

/** How many values each row has. */
export function rowSizes({ start }: { start: Int32Array }): Float64Array {
  return Float64Array.from(
    { length: start.length - 1 },
    (_, row) => (start[row + 1] ?? 0) - (start[row] ?? 0),
  )
}
