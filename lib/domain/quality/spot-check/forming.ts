import { groupBy } from '@/lib/domain/group-by'
import { UserError } from '@/lib/domain/user-error'

/** A rating that may go into a lot: submitted, counting, of kind live or extra. */
export type LotRating = { ratingId: string; raterId: string }

/** A rater's ratings since the last lot was formed; all that the rule has to remember. */
export type Waiting = { ratings: number }

const nothingWaiting: Waiting = { ratings: 0 }

/** One more rating of the rater. When `due` is set, the lot is made of the oldest ratings that are in no lot yet. */
export function afterRating(waiting: Waiting, lotRatings: number): { waiting: Waiting; due: number } {
  const ratings = waiting.ratings + 1
  return ratings >= lotRatings ? { waiting: nothingWaiting, due: ratings } : { waiting: { ratings }, due: 0 }
}

/** A closed study gets no more ratings: what waits makes a lot, however small it is. */
export function atClose(waiting: Waiting): { waiting: Waiting; due: number } {
  return { waiting: nothingWaiting, due: waiting.ratings }
}

/**
 * Lots by hand, over whatever a filter found: one for each rater, as a lot is a rater's. Ratings of a lot that is still
 * undecided stay in it and are left out here.
 *
 * @throws UserError `blocked` where nothing is left
 */
export function lotsByHand(
  found: readonly LotRating[],
  inOpenLot: ReadonlySet<string>,
): { raterId: string; ratingIds: string[] }[] {
  const free = found.filter(({ ratingId }) => !inOpenLot.has(ratingId))
  if (free.length === 0) {
    const why = found.length === 0 ? 'The filter finds no rating.' : 'All of them are in a lot already.'
    throw new UserError('blocked', `There is nothing to inspect. ${why}`)
  }
  return Array.from(
    groupBy(free, ({ raterId }) => raterId),
    ([raterId, ratings]) => ({ raterId, ratingIds: ratings.map(({ ratingId }) => ratingId) }),
  )
}
