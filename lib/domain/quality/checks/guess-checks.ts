import { indexDraw } from '@/lib/stats/random/draws'
import type { Random } from '@/lib/stats/random/seeded-random'

/** One assignment as a rater's machine could record it, and whether it was a check. */
export type Seen = { rater: number; features: readonly number[]; isCheck: boolean }

const FOLDS = 5
const BINS = 24
const ROUNDS = 60
const RATE = 0.15

/**
 * Scores of a classifier for every assignment, each made by a model that has seen no assignment of the same rater:
 * boosted stumps of the logistic loss (Friedman 2001), which find steps, periods and combinations of sums.
 */
export function crossValidated(seen: readonly Seen[]): Float64Array {
  const scores = new Float64Array(seen.length)
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isHeldOut = ({ rater }: Seen) => rater % FOLDS === fold
    const model = boostedStumps(seen.filter((each) => !isHeldOut(each)))
    seen.forEach((each, index) => {
      if (isHeldOut(each)) scores[index] = model(each.features)
    })
  }
  return scores
}

type Stump = { feature: number; limit: number; below: number; above: number }

function boostedStumps(seen: readonly Seen[]): (features: readonly number[]) => number {
  const columns = seen[0]?.features.length ?? 0
  const edges = Array.from({ length: columns }, (_, feature) => binEdges(seen, feature))
  const bins = edges.map((ofFeature, feature) =>
    Uint8Array.from(seen, ({ features }) => binOf(features[feature] ?? 0, ofFeature)),
  )
  const labels = Float64Array.from(seen, ({ isCheck }) => (isCheck ? 1 : 0))
  const share = labels.reduce((sum, label) => sum + label, 0) / labels.length
  const margins = new Float64Array(seen.length).fill(Math.log(share / (1 - share)))
  const stumps: Stump[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const residuals = margins.map((margin, index) => (labels[index] ?? 0) - 1 / (1 + Math.exp(-margin)))
    const weights = margins.map((margin) => 1 / (2 + Math.exp(margin) + Math.exp(-margin)))
    const best = bestStump(bins, residuals, weights)
    const { feature, bin, below, above } = best
    stumps.push({ feature, limit: edges[feature]?.[bin] ?? Infinity, below, above })
    bins[feature]?.forEach((each, index) => {
      margins[index] = (margins[index] ?? 0) + (each <= bin ? below : above)
    })
  }
  return (features) =>
    stumps.reduce(
      (sum, { feature, limit, below, above }) => sum + ((features[feature] ?? 0) <= limit ? below : above),
      0,
    )
}

function binEdges(seen: readonly Seen[], feature: number): number[] {
  const values = Float64Array.from(seen, ({ features }) => features[feature] ?? 0).sort()
  const at = (bin: number) => values[Math.floor(((bin + 1) * values.length) / BINS) - 1] ?? 0
  return [...new Set(Array.from({ length: BINS }, (_, bin) => at(bin)))]
}

function binOf(value: number, edges: readonly number[]): number {
  const index = edges.findIndex((edge) => value <= edge)
  return index < 0 ? edges.length : index
}

/** The split that lowers the loss most, with a Newton step on either side. */
function bestStump(bins: readonly Uint8Array[], residuals: Float64Array, weights: Float64Array) {
  const all = { residual: sumOf(residuals), weight: sumOf(weights) }
  let best = { feature: 0, bin: 0, below: 0, above: 0, gain: -1 }
  bins.forEach((ofFeature, feature) => {
    const residual = new Float64Array(BINS + 1)
    const weight = new Float64Array(BINS + 1)
    ofFeature.forEach((bin, index) => {
      residual[bin] = (residual[bin] ?? 0) + (residuals[index] ?? 0)
      weight[bin] = (weight[bin] ?? 0) + (weights[index] ?? 0)
    })
    const low = { residual: 0, weight: 1e-6 }
    for (let bin = 0; bin < BINS; bin += 1) {
      low.residual += residual[bin] ?? 0
      low.weight += weight[bin] ?? 0
      const high = { residual: all.residual - low.residual, weight: all.weight - low.weight + 2e-6 }
      const gain = low.residual ** 2 / low.weight + high.residual ** 2 / high.weight
      if (gain <= best.gain) continue
      const [below, above] = [low.residual / low.weight, high.residual / high.weight]
      best = { feature, bin, below: RATE * below, above: RATE * above, gain }
    }
  })
  return best
}

const sumOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)

/** The chance that a check has a higher score than other work, ties half: the area under the ROC curve. */
export function areaUnderCurve(scores: ArrayLike<number>, isCheck: readonly boolean[]): number {
  const order = Array.from(isCheck.keys()).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
  return areaOfOrder(tiedRanks(order, scores), isCheck)
}

/**
 * p of the area where labels are dealt anew among all assignments, at least 1 of (`times` + 1). Not within each rater:
 * features that count earlier checks tell how many of a rater's checks are left, and would shift the area by themselves.
 */
export function permutationP(
  scores: ArrayLike<number>,
  isCheck: readonly boolean[],
  { times, random }: { times: number; random: Random },
): number {
  const order = Array.from(isCheck.keys()).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
  const ranks = tiedRanks(order, scores)
  const observed = areaOfOrder(ranks, isCheck)
  const dealt = [...isCheck]
  let asLarge = 1
  for (let time = 0; time < times; time += 1) {
    deal(dealt, random)
    if (areaOfOrder(ranks, dealt) >= observed - 1e-12) asLarge += 1
  }
  return asLarge / (times + 1)
}

function tiedRanks(order: readonly number[], scores: ArrayLike<number>): Float64Array {
  const ranks = new Float64Array(order.length)
  for (let start = 0; start < order.length;) {
    let end = start
    while (end < order.length && scores[order[end] ?? 0] === scores[order[start] ?? 0]) end += 1
    for (let at = start; at < end; at += 1) ranks[order[at] ?? 0] = (start + end + 1) / 2
    start = end
  }
  return ranks
}

function areaOfOrder(ranks: Float64Array, isCheck: readonly boolean[]): number {
  let sum = 0
  let checks = 0
  ranks.forEach((rank, index) => {
    if (!isCheck[index]) return
    sum += rank
    checks += 1
  })
  return (sum - (checks * (checks + 1)) / 2) / (checks * (ranks.length - checks))
}

/** Fisher–Yates, in place. */
function deal(labels: boolean[], random: Random): void {
  for (let index = labels.length - 1; index > 0; index -= 1) {
    const other = indexDraw(index + 1, random)
    const [one, two] = [labels[index] ?? false, labels[other] ?? false]
    labels[index] = two
    labels[other] = one
  }
}
