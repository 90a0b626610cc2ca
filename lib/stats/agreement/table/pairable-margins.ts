import type { AgreementTable } from './agreement-table'

/** How often each category was given, over items with two ratings or more, and their sum. */
export type Margins = { n: number; counts: Float64Array }

/**
 * Counts the categories of a table whose rows stand as often as the given times. The counts are written into one array
 * again and again: they hold until the next call.
 */
export function pairableMargins(table: AgreementTable): (times: ArrayLike<number>) => Margins {
  const { start, category } = table
  const counts = new Float64Array(table.values.length)
  return (times) => {
    counts.fill(0)
    let n = 0
    for (let row = 0; row < start.length - 1; row += 1) {
      const from = start[row] ?? 0
      const to = start[row + 1] ?? 0
      const weight = times[row] ?? 0
      if (to - from < 2 || weight === 0) continue
      n += weight * (to - from)
      for (let entry = from; entry < to; entry += 1) {
        const place = category[entry] ?? 0
        counts[place] = (counts[place] ?? 0) + weight
      }
    }
    return { n, counts }
  }
}
