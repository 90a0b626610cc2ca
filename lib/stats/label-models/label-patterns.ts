import type { Labels } from '@/lib/stats/ratings'
import { sortRows } from '@/lib/stats/rater-models/sort-rows'

/**
 * Labels as patterns: items that the same raters gave the same labels stand once. All that a model of the labels says
 * about one of them it says about the others, so that a fit costs what the distinct patterns cost.
 */
export type LabelPatterns = {
  /** The marks of pattern p are those from `start[p]` up to, not with, `start[p + 1]`; rising within a pattern. */
  start: Int32Array
  /** rater × categories + label */
  mark: Int32Array
  /** How many items show each pattern. */
  times: Float64Array
  /** The pattern of each item. */
  of: Int32Array
}

/** The patterns, in the order in which items first show them; an item without labels shows the empty one. */
export function labelPatterns({ items, raters, categories, item, rater, label }: Labels): LabelPatterns {
  const marks = rater.map((by, row) => by * categories + (label[row] ?? 0))
  const byMark = sortRows(marks, raters * categories).row
  const { start: from, row } = sortRows(item, items, byMark)
  const mark = row.map((at) => marks[at] ?? 0)
  const found = new Int32Array(2 ** Math.ceil(Math.log2(2 * items + 2))).fill(-1)
  const start = new Int32Array(items + 1)
  const times = new Float64Array(items)
  const of = new Int32Array(items)
  let patterns = 0
  for (let at = 0; at < items; at += 1) {
    const first = from[at] ?? 0
    const size = (from[at + 1] ?? 0) - first
    let slot = hash(mark, first, size) & (found.length - 1)
    while (!same(found[slot] ?? -1, { mark, start, first, size })) slot = (slot + 1) & (found.length - 1)
    if (found[slot] === -1) {
      found[slot] = patterns
      // A pattern never starts behind the item that shows it: it can be written over the rows already read.
      mark.copyWithin(start[patterns] ?? 0, first, first + size)
      start[patterns + 1] = (start[patterns] ?? 0) + size
      patterns += 1
    }
    const pattern = found[slot] ?? 0
    times[pattern] = (times[pattern] ?? 0) + 1
    of[at] = pattern
  }
  const size = start[patterns] ?? 0
  return {
    start: start.slice(0, patterns + 1),
    mark: mark.slice(0, size),
    times: times.slice(0, patterns),
    of,
  }
}

/** FNV-1a over whole numbers, with a last mixing of the high bits into the low ones. */
function hash(mark: Int32Array, first: number, size: number): number {
  let bits = 0x811c9dc5
  for (let at = first; at < first + size; at += 1) bits = Math.imul(bits ^ (mark[at] ?? 0), 0x01000193)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  return (bits ^ (bits >>> 13)) >>> 0
}

type Candidate = { mark: Int32Array; start: Int32Array; first: number; size: number }

/** Whether a slot ends the search: free (−1), or taken by the pattern that stands at `first`. */
function same(pattern: number, { mark, start, first, size }: Candidate): boolean {
  if (pattern < 0) return true
  const at = start[pattern] ?? 0
  if ((start[pattern + 1] ?? 0) - at !== size) return false
  for (let turn = 0; turn < size; turn += 1) if (mark[at + turn] !== mark[first + turn]) return false
  return true
}
