/** Rows brought together by a key: those of key k are `row[start[k]]` up to, not with, `row[start[k + 1]]`. */
export type SortedRows = { start: Int32Array; row: Int32Array }

/**
 * Sorts row numbers by a key 0 … keys − 1 with a counting sort: O(rows + keys), rows of one key in their former order,
 * so that sorting by one column and then by another sorts by both.
 *
 * @param former an order of the rows to start from; without it 0, 1, 2, …
 */
export function sortRows(key: Int32Array, keys: number, former?: Int32Array): SortedRows {
  const start = new Int32Array(keys + 1)
  for (let row = 0; row < key.length; row += 1) {
    const next = (key[row] ?? 0) + 1
    start[next] = (start[next] ?? 0) + 1
  }
  for (let at = 0; at < keys; at += 1) start[at + 1] = (start[at + 1] ?? 0) + (start[at] ?? 0)
  const free = start.slice(0, keys)
  const row = new Int32Array(key.length)
  for (let turn = 0; turn < key.length; turn += 1) {
    const from = former ? (former[turn] ?? 0) : turn
    const at = key[from] ?? 0
    row[free[at] ?? 0] = from
    free[at] = (free[at] ?? 0) + 1
  }
  return { start, row }
}
