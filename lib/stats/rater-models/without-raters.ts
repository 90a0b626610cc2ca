import type { Ratings } from '@/lib/stats/ratings'

/**
 * The ratings without those of the raters marked `true`. Items and raters keep their numbers; whoever is left out has
 * no rows.
 *
 * @param rejected one mark for each rater
 */
export function withoutRaters(ratings: Ratings, rejected: readonly boolean[]): Ratings {
  const kept = (_: number, row: number) => !rejected[ratings.rater[row] ?? 0]
  return {
    items: ratings.items,
    raters: ratings.raters,
    item: ratings.item.filter(kept),
    rater: ratings.rater.filter(kept),
    value: ratings.value.filter(kept),
  }
}
