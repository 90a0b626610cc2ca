/** Ratings of one cell in order of arrival. */
export type Rated = { ratingId: string; value: number }

/** Ratings that lie within the tolerance of each other. */
export type AgreeingGroup<T extends Rated> = { members: T[]; spread: number }

/**
 * The largest groups of ratings that lie within the tolerance of each other; of equally large ones those with the
 * smallest spread. More than one where that does not part them. Members in the order given.
 *
 * @param tolerance in the units of the values
 * @returns nothing without a rating
 */
export function largestGroups<T extends Rated>(ratings: readonly T[], tolerance: number): AgreeingGroup<T>[] {
  const values = [...new Set(ratings.map(({ value }) => value))].sort((a, b) => a - b)
  const groups = values.map((lowest): AgreeingGroup<T> => {
    const members = ratings.filter(({ value }) => value >= lowest && value - lowest <= tolerance)
    return { members, spread: Math.max(...members.map(({ value }) => value)) - lowest }
  })
  const size = Math.max(...groups.map(({ members }) => members.length))
  const largest = groups.filter(({ members }) => members.length === size)
  const spread = Math.min(...largest.map((group) => group.spread))
  return largest.filter((group) => group.spread <= spread + 1e-9)
}
