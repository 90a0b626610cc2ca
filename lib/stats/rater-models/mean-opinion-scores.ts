import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { groupMeans } from '@/lib/stats/descriptive/group-means'
import { refuseBadRatings } from './valid'

/** What the raters together say about one item. */
export type ItemScore = {
  /** How many ratings the score rests on. */
  n: number
  /** In the units of the ratings; undefined `no-ratings`. */
  score: Figure
  /** Standard error of the score, same units; undefined `too-few-raters` below two ratings. */
  se: Figure
}

/**
 * Mean opinion score of each item: the plain mean of its ratings, with the standard error s / √n, s the sample standard
 * deviation (n − 1). ITU-T P.800.1 (2016); ITU-R BT.500-13 (2012), Annex 2, 2.1 and 2.2.
 *
 * Two passes, so that the spread does not suffer where values are large and alike.
 *
 * @returns one score for each item, in order
 * @throws RangeError for a row past the items or raters, or a value that is not finite
 */
export function meanOpinionScores(ratings: Ratings): ItemScore[] {
  refuseBadRatings(ratings)
  const { items, item, value } = ratings
  const { count, mean } = groupMeans(item, value, items)
  const squares = new Float64Array(items)
  for (let row = 0; row < value.length; row += 1) {
    const group = item[row] ?? 0
    const deviation = (value[row] ?? 0) - (mean[group] ?? 0)
    squares[group] = (squares[group] ?? 0) + deviation * deviation
  }
  return Array.from(count, (n, group) =>
    itemScore({ n, score: mean[group] ?? 0, se: Math.sqrt((squares[group] ?? 0) / (n - 1) / n) }),
  )
}

/** An item's figures, each one named undefined where its ratings do not carry it. */
export function itemScore({ n, score, se }: { n: number; score: number; se: number }): ItemScore {
  return {
    n,
    score: n > 0 ? defined(score) : undefinedBecause('no-ratings'),
    se: n > 1 ? defined(se) : undefinedBecause('too-few-raters'),
  }
}
