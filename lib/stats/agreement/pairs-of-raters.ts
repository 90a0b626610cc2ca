import type { AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { distinctValues } from '@/lib/stats/agreement/table/distinct-values'

/** What two raters gave to the items that both rated: in row[e] of the table, categories first[e] and second[e]. */
export type RaterPair = {
  a: number
  b: number
  row: Int32Array
  /** Categories that either of the two gave to any of these items. */
  categories: number
  /** Places among these categories, ascending by value. */
  first: Int32Array
  second: Int32Array
}

/** A million items with 5 raters make 10 million pairs of ratings. */
export const MOST_PAIRS = 20_000_000

/**
 * All pairs of raters, a < b, who rated at least one item both, from a table that keeps raters.
 *
 * @throws RangeError for another table, or more than 20 million pairs of ratings
 */
export function pairsOfRaters({ start, category, rater, raters }: AgreementTable): RaterPair[] {
  if (rater === null) throw new RangeError('the table does not keep raters')
  requireFewPairs(start)
  const groups = new Map<number, { row: number[]; first: number[]; second: number[] }>()
  for (let row = 0; row < start.length - 1; row += 1) {
    const end = start[row + 1] ?? 0
    for (let one = start[row] ?? 0; one < end; one += 1) {
      for (let other = one + 1; other < end; other += 1) {
        const key = (rater[one] ?? 0) * raters + (rater[other] ?? 0)
        let group = groups.get(key)
        if (!group) groups.set(key, (group = { row: [], first: [], second: [] }))
        group.row.push(row)
        group.first.push(category[one] ?? 0)
        group.second.push(category[other] ?? 0)
      }
    }
  }
  return [...groups]
    .sort(([one], [other]) => one - other)
    .map(([key, { row, first, second }]) => ({
      a: Math.floor(key / raters),
      b: key % raters,
      row: Int32Array.from(row),
      ...amongThemselves(first, second),
    }))
}

/** Renumbers categories so that only those stand which either column has. */
function amongThemselves(first: readonly number[], second: readonly number[]) {
  const both = new Float64Array(first.length * 2)
  both.set(first)
  both.set(second, first.length)
  const { values, category } = distinctValues(both)
  return {
    categories: values.length,
    first: category.subarray(0, first.length),
    second: category.subarray(first.length),
  }
}

function requireFewPairs(start: Int32Array): void {
  let pairs = 0
  for (let row = 0; row < start.length - 1; row += 1) {
    const size = (start[row + 1] ?? 0) - (start[row] ?? 0)
    pairs += (size * (size - 1)) / 2
  }
  if (pairs > MOST_PAIRS) throw new RangeError(`${pairs} pairs of ratings; ${MOST_PAIRS} at most`)
}
