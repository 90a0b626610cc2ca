import type { Labels } from '@/lib/stats/ratings'
import { sortRows } from '@/lib/stats/rater-models/sort-rows'
import { refuseBadLabels } from '@/lib/stats/rater-models/valid'

/** The outcome of one item's vote. */
export type Vote = {
  /** The category with the most labels; null where several share the most, or the item has no label. */
  label: number | null
  /** The categories that share the most labels, in rising order; empty where one leads. */
  tied: number[]
  /** Labels for the category, or for each of the tied ones. */
  votes: number
  /** Labels of the item. */
  n: number
}

/**
 * The label that most raters gave to each item. A tie is a tie: it is neither broken by chance nor by the order of
 * categories. Cost O(labels + items + categories).
 *
 * @returns one vote for each item, in order
 * @throws RangeError for a row past the items, raters or categories
 */
export function majorityVote(labels: Labels): Vote[] {
  refuseBadLabels(labels)
  const { start, row } = sortRows(labels.item, labels.items)
  const count = new Int32Array(labels.categories)
  return Array.from({ length: labels.items }, (_, item) => {
    const given = row.subarray(start[item], start[item + 1])
    let votes = 0
    for (const at of given) {
      const label = labels.label[at] ?? 0
      count[label] = (count[label] ?? 0) + 1
      votes = Math.max(votes, count[label] ?? 0)
    }
    const leading: number[] = []
    for (const at of given) {
      const label = labels.label[at] ?? 0
      if (count[label] === votes) leading.push(label)
      // Each leader is listed once, and the counts are 0 again for the next item.
      count[label] = 0
    }
    const single = leading.length === 1 ? (leading[0] ?? null) : null
    return {
      label: single,
      tied: single === null ? leading.sort((a, b) => a - b) : [],
      votes,
      n: given.length,
    }
  })
}
