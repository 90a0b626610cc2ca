import type { LabelPatterns } from './label-patterns'

/** Probabilities closer than this are a tie: a fit does not tell them apart. */
const TIED = 1e-9

/**
 * The most probable category of each item.
 *
 * @param posterior probabilities, items × categories, row by row
 * @param patterns which labels the items have
 * @returns null for an item without labels, and where two categories are equally probable
 */
export function mostProbable(posterior: Float64Array, { of, start }: LabelPatterns): (number | null)[] {
  const categories = posterior.length / Math.max(1, of.length)
  return Array.from(of, (pattern, item) => {
    if (start[pattern] === start[pattern + 1]) return null
    let best = 0
    let most = Number.NEGATIVE_INFINITY
    let second = Number.NEGATIVE_INFINITY
    for (let category = 0; category < categories; category += 1) {
      const share = posterior[item * categories + category] ?? 0
      if (share > most) {
        second = most
        most = share
        best = category
      } else if (share > second) second = share
    }
    return most - second > TIED ? best : null
  })
}
