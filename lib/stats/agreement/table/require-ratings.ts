import type { Ratings } from '@/lib/stats/ratings'
import { countingSort, isAscending } from './counting-sort'

/**
 * Refuses what is no table of ratings: columns of unequal length, an item or rater outside its range, a value that is
 * not finite, and a rater who rated one item twice, for which of the two ratings would count? Costs one pass, and a
 * counting sort where the items do not stand in order.
 *
 * @throws RangeError that names the item and the rater
 */
export function requireRatings(ratings: Ratings): void {
  const { item, rater, value, items, raters } = ratings
  if (rater.length !== item.length || value.length !== item.length)
    throw new RangeError(`columns of ${item.length}, ${rater.length} and ${value.length} entries`)
  for (let i = 0; i < item.length; i += 1) {
    const [itemHere, raterHere, valueHere] = [item[i] ?? -1, rater[i] ?? -1, value[i] ?? NaN]
    if (itemHere < 0 || itemHere >= items) throw new RangeError(`item ${itemHere} is not one of ${items}`)
    if (raterHere < 0 || raterHere >= raters)
      throw new RangeError(`rater ${raterHere} is not one of ${raters}`)
    if (!Number.isFinite(valueHere))
      throw new RangeError(`item ${itemHere}, rater ${raterHere}: ${valueHere} is not a finite number`)
  }
  requireOneRatingEach(ratings)
}

function requireOneRatingEach({ item, rater, items, raters }: Ratings): void {
  const order = isAscending(item) ? undefined : countingSort(item, items)
  const lastItemOf = new Int32Array(raters).fill(-1)
  for (let i = 0; i < item.length; i += 1) {
    const place = order === undefined ? i : (order[i] ?? 0)
    const itemHere = item[place] ?? 0
    const raterHere = rater[place] ?? 0
    if (lastItemOf[raterHere] === itemHere)
      throw new RangeError(`item ${itemHere} was rated twice by rater ${raterHere}`)
    lastItemOf[raterHere] = itemHere
  }
}
