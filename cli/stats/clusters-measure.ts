import { mean } from '@/lib/stats/descriptive/mean'
import { rankClusters } from '@/lib/stats/ranking/rank-clusters'
import { answerOf } from './answer'
import { compareGroups } from './compare-groups'
import { readGroups, type Groups } from './groups-input'
import type { Measure } from './measure'
import { byName } from './named'

/**
 * Groups in the order of their means over items, how many others each beats, and the clusters that can be told apart, by
 * one-sided tests of every pair (`--test`).
 */
export const clusters: Measure = async (query) => {
  const test = query.word('test', 'wilcoxon')
  const groups = await readGroups(query)
  const { names, n } = groups
  if (n.ratings === 0) return answerOf('clusters', n, { value: null, reason: 'no-ratings' })
  if (names.length < 2) return answerOf('clusters', n, { value: null, reason: 'one-group' })
  const means = groups.itemMeans.map(meanOverItems)
  const order = names.map((_, place) => place).toSorted((a, b) => (means[b] ?? 0) - (means[a] ?? 0))
  const beats = names.map((_, a) =>
    names.map((_other, b) =>
      a === b ? null : compareGroups(query, groups, { test, a, b, alternative: 'greater' }).p,
    ),
  )
  if (beats.flat().every((p) => p === null))
    return answerOf('clusters', n, { value: null, reason: 'too-few-items' })
  const found = rankClusters({ order, beats })
  const named = (places: readonly number[]) => places.map((place) => names[place])
  const details = {
    test,
    order: named(order),
    means: byName(names, means),
    wins: byName(names, found.wins),
    clusters: found.clusters.map(named),
  }
  return answerOf('clusters', n, { value: found.clusters.length, reason: null, details })
}

function meanOverItems(means: Groups['itemMeans'][number]): number {
  return mean([...means].filter((value) => !Number.isNaN(value)))
}
