import type { Undefined } from '@/lib/stats/figure'
import type { AgreementTable } from './agreement-table'

/** The rows of a table in which each rater stands who rated anything: entry (i, j) is category[i · raters + j]. */
export type CompleteRows = {
  raters: number
  /** Which row of the table each of these is. */
  row: Int32Array
  category: Int32Array
}

/**
 * The complete part of a table that keeps raters.
 *
 * @throws RangeError for a table that does not
 */
export function completeRows({ start, category, rater, raters }: AgreementTable): CompleteRows {
  if (rater === null) throw new RangeError('the table does not keep raters')
  const seen = new Uint8Array(raters)
  for (let entry = 0; entry < rater.length; entry += 1) seen[rater[entry] ?? 0] = 1
  const active = seen.reduce((sum, flag) => sum + flag, 0)
  const row: number[] = []
  for (let place = 0; place < start.length - 1; place += 1)
    if ((start[place + 1] ?? 0) - (start[place] ?? 0) === active) row.push(place)
  const complete = new Int32Array(row.length * active)
  row.forEach((place, i) => complete.set(category.subarray(start[place], start[place + 1]), i * active))
  return { raters: active, row: Int32Array.from(row), category: complete }
}

/** Why complete rows say nothing about two raters or more over two items or more; null where they do. */
export function whyTooFew(table: AgreementTable, raters: number, completeItems: number): Undefined | null {
  if (table.items === 0) return 'no-ratings'
  if (raters < 2) return 'too-few-raters'
  if (table.items < 2) return 'too-few-items'
  return completeItems < 2 ? 'incomplete' : null
}
