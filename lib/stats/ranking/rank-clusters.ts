import { requireLevel, requireProbability } from '@/lib/stats/distributions/require-parameter'
import { holm } from '@/lib/stats/inference/corrections/holm'

type Tested = {
  /** Every group once, best first. */
  order: readonly number[]
  /**
   * `beats[a][b]`: the one-sided p that a is no better than b, small where a is surely better; null where it cannot be
   * tested, say without a difference. The diagonal is not read.
   */
  beats: readonly (readonly (number | null)[])[]
  /** Significance level inside 0 and 1; 0.05 where nothing is given. */
  alpha?: number
}

/**
 * Clusters of groups, say models, as the WMT evaluations rank systems: a boundary lies wherever each group above beats
 * each group below, p < alpha after Holm's correction over all pairs (the better in order against the worse). Within a
 * cluster not all differences are sure. `wins` counts, without correction, whom a group beats. A pair that cannot be tested
 * is not won, and counts in the correction. The data choose which of two is tested for being better, so that the chance of
 * any false boundary is up to 2 · alpha. Kocmi et al. (2023), Findings of WMT23; Holm (1979).
 *
 * @returns wins per group, and the clusters, best first, each in order
 * @throws RangeError unless `order` names each group once, `beats` is square, and each p lies in [0, 1]
 */
export function rankClusters({ order, beats, alpha = 0.05 }: Tested): {
  wins: number[]
  clusters: number[][]
} {
  requireLevel('alpha', alpha)
  const groups = checked(order, beats)
  const p = (a: number, b: number) => beats[a]?.[b] ?? 1
  const wins = groups.map((a) => groups.filter((b) => b !== a && p(a, b) < alpha).length)
  const pairs = order.flatMap((above, place) => order.slice(place + 1).map((below) => ({ above, below })))
  const corrected = holm(pairs.map(({ above, below }) => p(above, below)))
  const place = groups.map((group) => order.indexOf(group))
  // A pair that is not sure joins all that stands between the two.
  const joinedTo = order.map((_, at) => at)
  pairs.forEach(({ above, below }, pair) => {
    const [from, to] = [place[above] ?? 0, place[below] ?? 0]
    if (!((corrected[pair] ?? 1) < alpha)) joinedTo[from] = Math.max(joinedTo[from] ?? 0, to)
  })
  return { wins, clusters: cutWhereNothingJoins(order, joinedTo) }
}

function cutWhereNothingJoins(order: readonly number[], joinedTo: readonly number[]): number[][] {
  const clusters: number[][] = []
  let end = -1
  order.forEach((group, at) => {
    if (at > end) clusters.push([group])
    else clusters.at(-1)?.push(group)
    end = Math.max(end, joinedTo[at] ?? at)
  })
  return clusters
}

function checked(order: Tested['order'], beats: Tested['beats']): number[] {
  const groups = [...beats.keys()]
  if (order.length !== groups.length || groups.some((group) => !order.includes(group)))
    throw new RangeError(`an order of ${groups.length} groups names each once: ${order.join(', ')}`)
  for (const [a, row] of beats.entries()) {
    if (row.length !== groups.length)
      throw new RangeError(`row ${a} of p has ${row.length} of ${groups.length} values`)
    row.forEach((p, b) => a !== b && p !== null && requireProbability('p', p))
  }
  return groups
}
