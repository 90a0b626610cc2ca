import type { Ratings } from '@/lib/stats/ratings'
import { countingSort, groupStarts } from './counting-sort'
import { distinctValues } from './distinct-values'
import { requireRatings } from './require-ratings'

/**
 * Ratings as distinct rows. A coefficient of agreement does not care which item is which, so that items which were rated
 * alike stand in one row with how often it occurs, and a bootstrap over items only has to draw these numbers anew. Items
 * without a rating are left out.
 */
export type AgreementTable = {
  /** Items with a rating. */
  items: number
  /** How many raters there are: every number in `rater` is below it. */
  raters: number
  /** The distinct values, ascending. */
  values: Float64Array
  /** Row r holds the entries from start[r] up to start[r + 1]. */
  start: Int32Array
  /** The values of a row as places in `values`: ascending, or by rater where raters are kept. */
  category: Int32Array
  /** The rater of each entry, ascending within a row; null where rows are alike whoever gave the values. */
  rater: Int32Array | null
  /** How many items have this row. */
  times: Float64Array
  /** The row of each item. */
  rowOf: Int32Array
}

/**
 * @param keepRaters whether a row is alike only if each rater gave the same value
 * @throws RangeError for what `requireRatings` refuses
 */
export function agreementTable(ratings: Ratings, { keepRaters }: { keepRaters: boolean }): AgreementTable {
  requireRatings(ratings)
  const { values, category } = distinctValues(ratings.value)
  const within = keepRaters
    ? countingSort(ratings.rater, ratings.raters)
    : countingSort(category, values.length)
  const order = countingSort(ratings.item, ratings.items, within)
  const entries = {
    start: groupStarts(ratings.item, ratings.items),
    category: order.map((place) => category[place] ?? 0),
    rater: keepRaters ? order.map((place) => ratings.rater[place] ?? 0) : null,
  }
  return { raters: ratings.raters, values, ...distinctRows(entries) }
}

type Entries = Pick<AgreementTable, 'start' | 'category' | 'rater'>

/** Keeps the first of each row by open addressing on a hash of its entries. Entries move forward in place. */
function distinctRows({ start, category, rater }: Entries) {
  const most = start.length - 1
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2))).fill(-1)
  const kept = { start: new Int32Array(most + 1), category, rater }
  const times = new Float64Array(most)
  const rowOf = new Int32Array(most)
  let [rows, items, end] = [0, 0, 0]
  for (let item = 0; item < most; item += 1) {
    const row = { from: start[item] ?? 0, to: start[item + 1] ?? 0 }
    if (row.from === row.to) continue
    let slot = rowHash(kept, row) & (slots.length - 1)
    while ((slots[slot] ?? -1) >= 0 && !isRow(kept, slots[slot] ?? 0, row))
      slot = (slot + 1) & (slots.length - 1)
    if ((slots[slot] ?? -1) < 0) {
      slots[slot] = rows
      category.copyWithin(end, row.from, row.to)
      rater?.copyWithin(end, row.from, row.to)
      end += row.to - row.from
      rows += 1
      kept.start[rows] = end
    }
    const known = slots[slot] ?? 0
    times[known] = (times[known] ?? 0) + 1
    rowOf[items] = known
    items += 1
  }
  return {
    items,
    start: kept.start.slice(0, rows + 1),
    category: category.slice(0, end),
    rater: rater?.slice(0, end) ?? null,
    times: times.slice(0, rows),
    rowOf: rowOf.slice(0, items),
  }
}

type Span = { from: number; to: number }

function rowHash({ category, rater }: Entries, { from, to }: Span): number {
  let hash = to - from
  for (let entry = from; entry < to; entry += 1) {
    hash = Math.imul(hash ^ (category[entry] ?? 0), 0x85ebca6b)
    if (rater !== null) hash = Math.imul(hash ^ (hash >>> 15) ^ (rater[entry] ?? 0), 0xc2b2ae35)
    hash ^= hash >>> 13
  }
  return hash ^ (hash >>> 16)
}

function isRow({ start, category, rater }: Entries, row: number, { from, to }: Span): boolean {
  const first = start[row] ?? 0
  if ((start[row + 1] ?? 0) - first !== to - from) return false
  for (let step = 0; step < to - from; step += 1) {
    if (category[first + step] !== category[from + step]) return false
    if (rater !== null && rater[first + step] !== rater[from + step]) return false
  }
  return true
}
