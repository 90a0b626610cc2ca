import type { NamedRatings } from '@/cli/stats/ratings-input'
import { mean } from '@/lib/stats/descriptive/mean'
import { median } from '@/lib/stats/descriptive/median'
import { standardDeviation } from '@/lib/stats/descriptive/variance'
import { benjaminiHochberg } from '@/lib/stats/inference/corrections/benjamini-hochberg'
import { holm } from '@/lib/stats/inference/corrections/holm'
import { mannWhitneyU } from '@/lib/stats/inference/mann-whitney-u'
import { pairedT } from '@/lib/stats/inference/paired-t'
import { signTest } from '@/lib/stats/inference/sign-test'
import { wilcoxonSignedRank } from '@/lib/stats/inference/wilcoxon-signed-rank'
import { meanInterval } from '@/lib/stats/intervals/mean-interval'
import { percentileInterval } from '@/lib/stats/intervals/percentile-interval'
import { resampleCounts } from '@/lib/stats/random/resample-counts'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { groupMeans } from '@/lib/stats/descriptive/group-means'
import { zScores } from '@/lib/stats/rater-models/z-scores'
import type { Ratings } from '@/lib/stats/ratings'

type System = { name: string; values: number[]; means: Map<string, number> }

/** What the expected files state of systems: units are named item,system. */
export function systemFigures({ ratings, items }: NamedRatings) {
  const systems = systemsOf(ratings, items)
  const standardized = systemsOf(zScores(ratings).ratings, items)
  return {
    systems: named(systems, (system) => ({ ...plain(system), rank_by_item_mean: rankOf(system, systems) })),
    systems_z: named(standardized, (system) => ({
      mean_of_ratings: mean(system.values),
      mean_of_item_means: overItems(system),
      rank_by_item_mean: rankOf(system, standardized),
    })),
    pairwise_tests: pairwiseTests(systems),
    bootstrap_system_mean_items_tol: bootstrapOfMeans(systems),
  }
}

const named = <T>(systems: readonly System[], of: (system: System) => T) =>
  Object.fromEntries(systems.map((system) => [system.name, of(system)]))

function systemsOf({ item, value, items }: Ratings, units: readonly string[]): System[] {
  const systems = new Map<string, System>()
  const systemOf = units.map((unit) => {
    const [, name = ''] = unit.split(',')
    const system: System = systems.get(name) ?? { name, values: [], means: new Map() }
    systems.set(name, system)
    return system
  })
  value.forEach((score, at) => systemOf[item[at] ?? 0]?.values.push(score))
  const { count, mean: means } = groupMeans(item, value, items)
  units.forEach((unit, place) => {
    if ((count[place] ?? 0) > 0) systemOf[place]?.means.set(unit.split(',')[0] ?? '', means[place] ?? 0)
  })
  return [...systems.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

const overItems = ({ means }: System) => mean([...means.values()])
/** Equals rank by name. */
const rankOf = (system: System, all: readonly System[]) =>
  1 + all.toSorted((a, b) => overItems(b) - overItems(a)).indexOf(system)

function plain(system: System) {
  const interval = meanInterval([...system.means.values()])
  return {
    n_ratings: system.values.length,
    n_items: system.means.size,
    mean_of_ratings: mean(system.values),
    sd_ratings_ddof1: standardDeviation(system.values),
    median_of_ratings: median(system.values),
    mean_of_item_means: overItems(system),
    ci95_t_low: interval?.[0] ?? null,
    ci95_t_high: interval?.[1] ?? null,
  }
}

function pairwiseTests(systems: readonly System[]) {
  const rows = systems.flatMap((a, at) => systems.slice(at + 1).map((b) => pairTests(a, b)))
  type Row = ReturnType<typeof pairTests>
  const correct = (of: (row: Row) => number | null, by: (p: readonly number[]) => number[]) => {
    const corrected = by(rows.map(of).filter((p) => p !== null))
    let at = 0
    return rows.map((row) => (of(row) === null ? null : (corrected[at++] ?? null)))
  }
  const wilcoxon = [holm, benjaminiHochberg].map((by) => correct((row) => row.wilcoxon_p, by))
  const mwu = [holm, benjaminiHochberg].map((by) => correct((row) => row.mwu_p_ratings, by))
  return rows.map((row, at) => ({
    ...row,
    wilcoxon_p_holm: wilcoxon[0]?.[at],
    wilcoxon_p_fdr_bh: wilcoxon[1]?.[at],
    mwu_p_ratings_holm: mwu[0]?.[at],
    mwu_p_ratings_fdr_bh: mwu[1]?.[at],
  }))
}

function pairTests(a: System, b: System) {
  const differences = [...a.means].flatMap(([item, value]) => {
    const other = b.means.get(item)
    return other === undefined ? [] : [value - other]
  })
  const signed = wilcoxonSignedRank(differences, { method: 'normal' })
  const rankSum = mannWhitneyU(a.values, b.values, { method: 'normal' })
  return {
    a: a.name,
    b: b.name,
    n_common: differences.length,
    mean_diff: differences.length > 0 ? mean(differences) : null,
    wins: differences.filter((difference) => difference > 0).length,
    losses: differences.filter((difference) => difference < 0).length,
    ties: differences.filter((difference) => difference === 0).length,
    wilcoxon_W: signed.reason === null ? signed.smaller : null,
    wilcoxon_p: signed.p,
    sign_test_p: signTest(differences).p,
    paired_t_p: pairedT(differences).p,
    mwu_U_ratings: rankSum.statistic,
    mwu_p_ratings: rankSum.p,
  }
}

/** All systems over the same resampled items. */
function bootstrapOfMeans(systems: readonly System[]) {
  const items = [...new Set(systems.flatMap(({ means }) => [...means.keys()]))]
  const samples = systems.map(() => new Float64Array(1000))
  const counts = new Int32Array(items.length)
  for (let resample = 0; resample < 1000; resample += 1) {
    resampleCounts(counts, seededRandom(1, resample))
    systems.forEach(({ means }, system) => {
      const drawn = items
        .map((item, at) => [means.get(item), counts[at] ?? 0] as const)
        .filter(([value]) => value !== undefined)
      const total = drawn.reduce((sum, [, times]) => sum + times, 0)
      const sum = drawn.reduce((sum, [value = 0, times]) => sum + value * times, 0)
      samples[system]?.set([sum / total], resample)
    })
  }
  return Object.fromEntries(
    systems.map(({ name }, system) => {
      const values = (samples[system] ?? new Float64Array()).filter((value) => !Number.isNaN(value))
      const [low, high] = percentileInterval(values) ?? [null, null]
      return [name, { low, high, se: standardDeviation(values) }]
    }),
  )
}
