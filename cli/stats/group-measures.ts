import { benjaminiHochberg } from '@/lib/stats/inference/corrections/benjamini-hochberg'
import { holm } from '@/lib/stats/inference/corrections/holm'
import { answerOf, reasonText, seeDetails } from './answer'
import { compareGroups, type GroupTest } from './compare-groups'
import { readGroups, type Groups } from './groups-input'
import { clusters } from './clusters-measure'
import type { Measure } from './measure'
import type { Query } from './query'

/** Every pair of groups in the order of their names, with p as it is and corrected over all pairs that have one. */
export function allPairs(query: Query, groups: Groups, test: GroupTest) {
  const pairs = groups.names.flatMap((_, a) =>
    groups.names.slice(a + 1).map((_other, after) => ({ a, b: a + 1 + after })),
  )
  const found = pairs.map((pair) => ({ ...pair, ...compareGroups(query, groups, { test, ...pair }) }))
  const tested = found.flatMap(({ p }) => p ?? [])
  const corrected = [holm(tested), benjaminiHochberg(tested)]
  let at = 0
  return found.map(({ a, b, reason, ...pair }) => {
    const [pHolm, pBh] = pair.p === null ? [null, null] : corrected.map((all) => all[at] ?? null)
    if (pair.p !== null) at += 1
    return {
      a: groups.names[a],
      b: groups.names[b],
      ...pair,
      pHolm,
      pBh,
      reason: reason && reasonText(reason),
    }
  })
}

/** p of the only pair of two groups; of more, all pairs stand in the details. */
const testOf =
  (test: GroupTest): Measure =>
  async (query) => {
    const groups = await readGroups(query)
    const { n } = groups
    if (n.ratings === 0) return answerOf(test, n, { value: null, reason: 'no-ratings' })
    if (groups.names.length < 2) return answerOf(test, n, { value: null, reason: 'one-group' })
    const pairs = allPairs(query, groups, test)
    const only = pairs.length === 1 ? pairs[0] : undefined
    if (!only) return answerOf(test, n, seeDetails({ pairs }))
    return { ...answerOf(test, n, seeDetails({ pairs })), value: only.p, reason: only.reason }
  }

export const groupMeasures: Record<string, Measure> = {
  wilcoxon: testOf('wilcoxon'),
  'mann-whitney': testOf('mann-whitney'),
  permutation: testOf('permutation'),
  clusters,
}
