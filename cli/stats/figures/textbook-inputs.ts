import type { ComparisonCounts } from '@/lib/stats/comparisons/comparisons'
import type { Ratings } from '@/lib/stats/ratings'

type Table = readonly (readonly (number | null)[])[]

/** A table of ratings in long form; null is a missing rating. */
export function ratingsFrom(table: Table, rows: 'rows are items' | 'rows are raters'): Ratings {
  const turned = rows === 'rows are raters'
  const cells = table.flatMap((line, row) =>
    line.flatMap((value, column) =>
      value === null ? [] : [{ value, item: turned ? column : row, rater: turned ? row : column }],
    ),
  )
  const [height, width] = [table.length, table[0]?.length ?? 0]
  return {
    items: turned ? width : height,
    raters: turned ? height : width,
    item: Int32Array.from(cells, ({ item }) => item),
    rater: Int32Array.from(cells, ({ rater }) => rater),
    value: Float64Array.from(cells, ({ value }) => value),
  }
}

/** A table of subjects by categories, how many raters chose each, in long form. */
export const ratingsFromCounts = (table: readonly (readonly number[])[]): Ratings =>
  ratingsFrom(
    table.map((row) => row.flatMap((count, category) => new Array<number>(count).fill(category))),
    'rows are items',
  )

/** Wins of the row over the column. */
export const countsOf = (wins: readonly (readonly number[])[]): ComparisonCounts => ({
  models: wins.length,
  wins: Float64Array.from(wins.flat()),
  ties: new Float64Array(wins.length ** 2),
})

/** A part of the file of examples, in the shape that its reader knows. */
export type ExampleBook = <T>(name: string) => T

export const exampleBook =
  (examples: Record<string, unknown>): ExampleBook =>
  <T>(name: string) =>
    examples[name] as T
