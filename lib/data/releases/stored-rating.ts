import type { RatingRow } from '@/lib/domain/leaderboard/rating-row'

/** A row of a ratings file as the database gives it: with the ids that an export may need, and the words of an exclusion. */
export type StoredRating = Omit<RatingRow, 'agreed'> & {
  output_id: string
  prompt_id: string
  excluded_for: string | null
}
