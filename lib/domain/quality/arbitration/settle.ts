import { largestGroups, type Rated } from './groups-within'
import { ruleOver } from './rule-over'
import type { ArbitrationTerms } from './terms'

/** What extra ratings have settled: the value, the ratings it comes from, and those that lie outside. */
export type Settled<T extends Rated> = { value: number; counting: T[]; outlying: T[] }

/**
 * A strict majority of the ratings within the tolerance settles a cell: the rule over the largest such group, ties by the
 * smaller spread. Groups that are still tied settle it where they come to the same value (the one whose members arrived
 * earlier counts then). Where they do not, as with 1 1 2 3 3, picking one would be arbitrary: nothing is settled.
 *
 * @param ratings in order of arrival
 */
export function settledByMajority<T extends Rated>(
  ratings: readonly T[],
  { rule }: Pick<ArbitrationTerms, 'rule'>,
  tolerance: number,
): Settled<T> | null {
  const groups = largestGroups(ratings, tolerance).filter(
    ({ members }) => members.length * 2 > ratings.length,
  )
  const values = groups.map(({ members }) =>
    ruleOver(
      members.map(({ value }) => value),
      rule,
    ),
  )
  const [value] = values
  if (value === undefined || values.some((other) => Math.abs(other - value) > 1e-9)) return null
  const earliest = groups
    .map(({ members }) => members)
    .reduce((one, other) => (arrivedEarlier(other, one, ratings) ? other : one))
  return parted(ratings, earliest, value)
}

/**
 * The latest rating together with the one nearest to it. Not settled where two different values are as near, or where the
 * nearest is beyond the tolerance.
 *
 * @param ratings in order of arrival, the latest last
 */
export function settledByNearest<T extends Rated>(
  ratings: readonly T[],
  { rule }: Pick<ArbitrationTerms, 'rule'>,
  tolerance: number,
): Settled<T> | null {
  const latest = ratings.at(-1)
  if (!latest) return null
  const others = ratings.slice(0, -1).map((rated) => ({
    rated,
    distance: Math.abs(rated.value - latest.value),
  }))
  const least = Math.min(...others.map(({ distance }) => distance))
  const nearest = others.filter(({ distance }) => distance <= least + 1e-9)
  const [first] = nearest
  if (!first || least > tolerance) return null
  if (nearest.some(({ rated }) => Math.abs(rated.value - first.rated.value) > 1e-9)) return null
  return parted(ratings, [first.rated, latest], ruleOver([first.rated.value, latest.value], rule))
}

function arrivedEarlier<T>(one: readonly T[], other: readonly T[], all: readonly T[]): boolean {
  const places = (members: readonly T[]) => members.map((member) => all.indexOf(member))
  const [a, b] = [places(one), places(other)]
  const at = a.findIndex((place, index) => place !== b[index])
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0)
}

function parted<T extends Rated>(ratings: readonly T[], counting: readonly T[], value: number): Settled<T> {
  const isIn = new Set(counting)
  return {
    value,
    counting: ratings.filter((each) => isIn.has(each)),
    outlying: ratings.filter((each) => !isIn.has(each)),
  }
}
