import { mean } from '@/lib/stats/descriptive/mean'
import { clusterMean } from '@/lib/stats/intervals/cluster-mean'
import { meanInterval } from '@/lib/stats/intervals/mean-interval'
import { pairedClusterBootstrap } from '@/lib/stats/intervals/paired-cluster-bootstrap'
import { normalDraw } from '@/lib/stats/random/draws'
import type { Random } from '@/lib/stats/random/seeded-random'
import { annexE } from '@/lib/stats/rater-models/annex-e'
import { biasInconsistencyMle } from '@/lib/stats/rater-models/bias-inconsistency-mle'
import { meanOpinionScores, type ItemScore } from '@/lib/stats/rater-models/mean-opinion-scores'
import type { Claim } from './claims'
import { asRatings, drawItems, type RatedItems } from './population'

/** The mean rating of each item. */
function itemMeans({ raters, values }: RatedItems): number[] {
  return Array.from({ length: values.length / raters }, (_, item) =>
    mean(Array.from(values.subarray(item * raters, (item + 1) * raters)).filter((x) => !Number.isNaN(x))),
  )
}

/** Studies of items from a complete population: the mean over items. */
export function meanStudies(population: RatedItems, items: number): (random: Random) => Claim[] {
  const truth = mean(itemMeans(population))
  return (random) => [
    {
      figure: 'mean over items',
      method: 't',
      truth,
      limits: meanInterval(itemMeans(drawItems(population, items, random))),
    },
  ]
}

/**
 * Studies of two systems on the same prompts: the first half of the raters of a population rated one system, the others
 * the other. The difference of the means of all ratings.
 */
export function pairedStudies(
  population: RatedItems,
  { prompts, resamples }: { prompts: number; resamples: number },
): (random: Random) => Claim[] {
  const whole = twoSystems(population)
  const once = new Uint8Array(whole.clusters).fill(1)
  const truth = (whole.first(once).value ?? NaN) - (whole.second(once).value ?? NaN)
  return (random) => {
    const systems = twoSystems(drawItems(population, prompts, random))
    const seed = random()
    return (['percentile', 'bca'] as const).map((method) => ({
      figure: 'difference of two means',
      method: method === 'bca' ? 'BCa' : method,
      truth,
      limits: pairedClusterBootstrap({ ...systems, resamples, seed, method }).interval,
    }))
  }
}

function twoSystems(rated: RatedItems) {
  const { item, rater, value, items, raters } = asRatings(rated)
  const statistic = (belongs: (by: number) => boolean) => {
    const rows = item.map((_, row) => row).filter((row) => belongs(rater[row] ?? 0))
    return clusterMean(
      rows.map((row) => item[row] ?? 0),
      Float64Array.from(rows, (row) => value[row] ?? 0),
      items,
    )
  }
  return {
    clusters: items,
    first: statistic((by) => by < raters / 2),
    second: statistic((by) => by >= raters / 2),
  }
}

/** Spreads of true scores, of raters' biases, of the raters' noises around 1, of each item's difficulty around 1. */
export type ScoreModel = { items: number; raters: number; bias: number; uneven: number; difficulty: number }

/**
 * Studies by the model of ITU-T P.910, ratings not rounded: score ± 1.96 standard errors, a claim for each item. The
 * truth is the score that these raters would agree on, their mean bias included; `of any raters`: without it.
 */
export function scoreStudies(model: ScoreModel): (random: Random) => Claim[] {
  return (random) => {
    const { truths, common, rated } = drawScores(model, random)
    const ratings = asRatings(rated)
    const ofAny = truths.map((truth) => truth - common)
    const opinions = meanOpinionScores(ratings)
    const [annex, likelihood] = [annexE(ratings), biasInconsistencyMle(ratings)]
    return [
      ...scoreClaims('mean opinion score', truths, opinions),
      ...scoreClaims('mean opinion score, of any raters', ofAny, opinions),
      ...scoreClaims('P.910 Annex E score', truths, annex.reason === null ? annex.items : []),
      ...scoreClaims('P.910 score, likelihood', truths, likelihood.reason === null ? likelihood.items : []),
    ]
  }
}

function scoreClaims(figure: string, truths: Float64Array, scores: readonly ItemScore[]): Claim[] {
  return Array.from(truths, (truth, item) => {
    const [score, se] = [scores[item]?.score.value ?? null, scores[item]?.se.value ?? null]
    const limits = score === null || se === null ? null : ([score - 1.96 * se, score + 1.96 * se] as const)
    return { figure, method: '± 1.96 se', truth, limits }
  })
}

function drawScores({ items, raters, bias, uneven, difficulty }: ScoreModel, random: Random) {
  const biases = Array.from({ length: raters }, () => bias * normalDraw(random))
  const noises = biases.map(() => Math.exp(uneven * normalDraw(random)))
  const common = mean(biases)
  const truths = new Float64Array(items)
  const values = new Float64Array(items * raters)
  for (let item = 0; item < items; item += 1) {
    const score = normalDraw(random)
    const hard = Math.exp(difficulty * normalDraw(random))
    truths[item] = score + common
    for (let by = 0; by < raters; by += 1)
      values[item * raters + by] = score + (biases[by] ?? 0) + hard * (noises[by] ?? 0) * normalDraw(random)
  }
  return { truths, common, rated: { raters, values } }
}
