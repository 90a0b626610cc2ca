import { mean } from '@/lib/stats/descriptive/mean'
import type { Undefined } from '@/lib/stats/figure'
import { mannWhitneyU } from '@/lib/stats/inference/mann-whitney-u'
import { signFlipPermutation } from '@/lib/stats/inference/sign-flip-permutation'
import type { Alternative } from '@/lib/stats/inference/test-outcome'
import { wilcoxonSignedRank } from '@/lib/stats/inference/wilcoxon-signed-rank'
import type { Groups } from './groups-input'
import type { Query } from './query'

export const groupTests = ['wilcoxon', 'mann-whitney', 'permutation'] as const
export type GroupTest = (typeof groupTests)[number]

export type GroupComparison = {
  /** Common items, or values where raw values are compared. */
  n: number
  meanDifference: number | null
  statistic: number | null
  p: number | null
  method: string | null
  reason: Undefined | null
}

type On = { test: GroupTest; a: number; b: number; alternative?: Alternative }

/** One group against another: paired by common items on their means; Mann–Whitney compares raw values. */
export function compareGroups(
  query: Query,
  groups: Groups,
  { test, a, b, alternative: given }: On,
): GroupComparison {
  const alternative = given ?? query.word('alternative', 'two-sided')
  const method = query.word('method', 'auto')
  if (test === 'mann-whitney') {
    const [one, other] = [groups.values[a] ?? [], groups.values[b] ?? []]
    const found = mannWhitneyU(one, other, { alternative, method, continuity: query.continuity(true) })
    return outcome({ n: found.n, meanDifference: mean(one) - mean(other) }, found)
  }
  const differences = differencesOf(groups.itemMeans[a], groups.itemMeans[b])
  const place = { n: differences.length, meanDifference: differences.length > 0 ? mean(differences) : null }
  if (test === 'permutation') {
    const { seed, resamples } = query
    const plan = { alternative, seed, ...(resamples !== null && { resamples }) }
    return outcome(place, signFlipPermutation(differences, plan))
  }
  const found = wilcoxonSignedRank(differences, { alternative, method, continuity: query.continuity(false) })
  // Two-sided, the smaller of the two rank sums is customary; one-sided, that of the positive differences.
  const statistic = found.reason === null && alternative === 'two-sided' ? found.smaller : found.statistic
  return outcome(place, { ...found, statistic })
}

type Found = { statistic: number | null; p: number | null; method?: string; reason: Undefined | null }

const outcome = (
  place: Pick<GroupComparison, 'n' | 'meanDifference'>,
  { statistic, p, method, reason }: Found,
): GroupComparison => ({ ...place, statistic, p, method: method ?? null, reason })

/** Differences over the items that both groups have. */
export function differencesOf(one: ArrayLike<number> = [], other: ArrayLike<number> = []): number[] {
  return Array.from(one).flatMap((value, item) => {
    const difference = value - (other[item] ?? Number.NaN)
    return Number.isNaN(difference) ? [] : [difference]
  })
}
