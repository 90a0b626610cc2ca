import type { Ratings } from '@/lib/stats/ratings'

/**
 * Ratings of a table as books print it: a row for each item, a column for each rater, null where a rating is missing.
 *
 * @throws RangeError for rows of unequal length
 */
export function ratingsFromTable(table: readonly (readonly (number | null)[])[]): Ratings {
  const raters = table[0]?.length ?? 0
  if (table.some((row) => row.length !== raters)) throw new RangeError('rows of unequal length')
  const cells = table.flatMap((row, item) =>
    row.flatMap((value, rater) => (value === null ? [] : [{ item, rater, value }])),
  )
  return {
    items: table.length,
    raters,
    item: Int32Array.from(cells, (cell) => cell.item),
    rater: Int32Array.from(cells, (cell) => cell.rater),
    value: Float64Array.from(cells, (cell) => cell.value),
  }
}
