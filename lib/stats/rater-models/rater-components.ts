import type { Ratings } from '@/lib/stats/ratings'

/**
 * Which raters can be compared at all: two raters belong together where they share an item, or where a chain of raters
 * who share items links them. Union by path halving (Tarjan & van Leeuwen 1984), cost near the number of ratings.
 *
 * @returns one list of raters for each group, both in rising order; raters without ratings are in none
 */
export function raterComponents({ items, raters, item, rater }: Ratings): number[][] {
  const parent = Int32Array.from({ length: raters }, (_, number) => number)
  const root = (number: number): number => {
    let at = number
    for (let up = parent[at] ?? 0; up !== at; up = parent[at] ?? 0) {
      parent[at] = parent[up] ?? 0
      at = up
    }
    return at
  }
  const firstRater = new Int32Array(items).fill(-1)
  const present = new Uint8Array(raters)
  for (let row = 0; row < rater.length; row += 1) {
    const of = item[row] ?? 0
    const by = rater[row] ?? 0
    const first = firstRater[of] ?? -1
    present[by] = 1
    if (first < 0) firstRater[of] = by
    else parent[root(by)] = root(first)
  }
  const groups = new Map<number, number[]>()
  for (let by = 0; by < raters; by += 1) {
    if (present[by] === 0) continue
    const group = groups.get(root(by))
    if (group) group.push(by)
    else groups.set(root(by), [by])
  }
  return [...groups.values()]
}
