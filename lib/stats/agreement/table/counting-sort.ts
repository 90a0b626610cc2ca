/**
 * Places of `keys` in ascending order of key; equal keys keep the order they have in `order` (or in `keys`). A counting
 * sort: its cost is the number of keys plus `limit`.
 *
 * @param keys integers from 0 to limit − 1
 * @param order places to go through, each once; without it 0, 1, 2, …
 */
export function countingSort(keys: Int32Array, limit: number, order?: Int32Array): Int32Array {
  const next = groupStarts(keys, limit)
  const sorted = new Int32Array(keys.length)
  for (let i = 0; i < keys.length; i += 1) {
    const place = order === undefined ? i : (order[i] ?? 0)
    const key = keys[place] ?? 0
    const slot = next[key] ?? 0
    sorted[slot] = place
    next[key] = slot + 1
  }
  return sorted
}

/** Where each key's group starts once the keys stand in order; one longer than `limit`, the last entry is the end. */
export function groupStarts(keys: Int32Array, limit: number): Int32Array {
  const starts = new Int32Array(limit + 1)
  for (let i = 0; i < keys.length; i += 1) {
    const after = (keys[i] ?? 0) + 1
    starts[after] = (starts[after] ?? 0) + 1
  }
  for (let key = 0; key < limit; key += 1) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0)
  return starts
}

/** Whether each key is at least as large as the one before it. */
export function isAscending(keys: Int32Array): boolean {
  for (let i = 1; i < keys.length; i += 1) if ((keys[i] ?? 0) < (keys[i - 1] ?? 0)) return false
  return true
}
