import { normalUpper } from '@/lib/stats/distributions/normal-cdf'
import { normalQuantile } from '@/lib/stats/distributions/normal-quantile'
import type { Undefined } from '@/lib/stats/figure'
import { agreementWeight, meanWeights, type AgreementWeights } from './agreement-weights'

/** What two raters gave to the same items, cell by cell of their table; a cell may stand more than once. */
export type PairCells = {
  /** How many categories there are. */
  categories: number
  /** The first rater's category, by its place among the ordered categories. */
  first: ArrayLike<number>
  second: ArrayLike<number>
  /** How many items are in the cell: 0 or more. */
  counts: ArrayLike<number>
}

export type KappaEstimate =
  | {
      value: number
      reason: null
      /** Items that both rated. */
      n: number
      /** Weighted share of items on which they agree. */
      observed: number
      /** The same if each kept the shares of the categories and chose blindly. */
      expected: number
      /** Asymptotic standard error. */
      se: number
      low: number
      high: number
      /** The same under the hypothesis of no agreement beyond chance. */
      seAtChance: number
      /** κ / seAtChance and its two-sided p; null where that error is 0, as for a rater who gave one category. */
      z: number | null
      p: number | null
    }
  | { value: null; reason: Undefined; n: number }

export type KappaOptions = { weights?: AgreementWeights; level?: number }

/**
 * Cohen's κ of a table of two raters: Cohen (1960); weighted, Cohen (1968), with weights by the places of the categories
 * in their order. Standard errors: Fleiss, Cohen & Everitt (1969), Large sample standard errors of kappa and weighted
 * kappa, eqs. 8, 9 and 13, 14. Cost: cells plus categories; where a definition sums over pairs of categories, its
 * closed form stands here.
 */
export function kappaOfCells(
  cells: PairCells,
  { weights = 'none', level = 0.95 }: KappaOptions = {},
): KappaEstimate {
  const chance = chanceOf(cells, weights)
  const { n, expected } = chance
  if (n === 0) return { value: null, reason: 'no-pairs', n }
  if (1 - expected < 1e-14) return { value: null, reason: 'constant', n }
  const observed = observedAgreement(cells, weights) / n
  const kappa = withoutTrace((observed - expected) / (1 - expected))
  const se = withoutTrace(standardError(cells, { ...chance, weights, kappa }))
  const seAtChance = standardErrorAtChance(chance)
  const reach = normalQuantile((1 + level) / 2) * se
  const z = seAtChance === 0 ? null : kappa / seAtChance
  const p = z === null ? null : 2 * normalUpper(Math.abs(z))
  const limits = { low: kappa - reach, high: kappa + reach }
  return { value: kappa, reason: null, n, observed, expected, se, ...limits, seAtChance, z, p }
}

/** Where agreement is just that of chance, rounding leaves a trace, and an interval of that width. */
const withoutTrace = (figure: number) => (Math.abs(figure) < 1e-14 ? 0 : figure)

/** κ alone, for many resamples; null where it is undefined. */
export function kappaValue(cells: PairCells, weights: AgreementWeights): number | null {
  const { n, expected } = chanceOf(cells, weights)
  if (n === 0 || 1 - expected < 1e-14) return null
  return (observedAgreement(cells, weights) / n - expected) / (1 - expected)
}

/** What two raters with the shares of these, choosing blindly, would agree on. */
function chanceOf(cells: PairCells, weights: AgreementWeights) {
  const { n, firstShare, secondShare } = shares(cells)
  const ofFirst = meanWeights(secondShare, weights)
  const ofSecond = meanWeights(firstShare, weights)
  return { n, firstShare, secondShare, ofFirst, ofSecond, expected: dot(firstShare, ofFirst.weight) }
}

type Chance = ReturnType<typeof chanceOf>

function observedAgreement({ first, second, counts, categories }: PairCells, weights: AgreementWeights) {
  let sum = 0
  for (let cell = 0; cell < counts.length; cell += 1) {
    const distance = Math.abs((first[cell] ?? 0) - (second[cell] ?? 0))
    sum += (counts[cell] ?? 0) * agreementWeight(distance, categories, weights)
  }
  return sum
}

/** Σ p(i, j) (w(i, j) − (w̄(i) + w̄(j)) (1 − κ))² − (κ − expected (1 − κ))², the sum taken about its mean. */
function standardError(
  { first, second, counts, categories }: PairCells,
  { n, ofFirst, ofSecond, expected, weights, kappa }: Chance & { weights: AgreementWeights; kappa: number },
): number {
  let squares = 0
  for (let cell = 0; cell < counts.length; cell += 1) {
    const [i, j] = [first[cell] ?? 0, second[cell] ?? 0]
    const weight = agreementWeight(Math.abs(i - j), categories, weights)
    const blind = (ofFirst.weight[i] ?? 0) + (ofSecond.weight[j] ?? 0)
    const deviation = weight - blind * (1 - kappa) - (kappa - expected * (1 - kappa))
    squares += (counts[cell] ?? 0) * deviation * deviation
  }
  return Math.sqrt(squares) / n / (1 - expected)
}

/** Σ Σ p(i) p(j) (w(i, j) − (w̄(i) + w̄(j)))² − expected², multiplied out. */
function standardErrorAtChance({ n, firstShare, secondShare, ofFirst, ofSecond, expected }: Chance): number {
  const variance =
    dot(firstShare, ofFirst.square) -
    dot(firstShare, ofFirst.weight, ofFirst.weight) -
    dot(secondShare, ofSecond.weight, ofSecond.weight) +
    expected ** 2
  // Where one rater gave one category, rounding leaves a trace of nothing.
  return variance < 1e-15 ? 0 : Math.sqrt(variance / n) / (1 - expected)
}

function shares({ first, second, counts, categories }: PairCells) {
  const firstShare = new Float64Array(categories)
  const secondShare = new Float64Array(categories)
  let n = 0
  for (let cell = 0; cell < counts.length; cell += 1) {
    const count = counts[cell] ?? 0
    n += count
    firstShare[first[cell] ?? 0] = (firstShare[first[cell] ?? 0] ?? 0) + count
    secondShare[second[cell] ?? 0] = (secondShare[second[cell] ?? 0] ?? 0) + count
  }
  for (let k = 0; k < categories && n > 0; k += 1) {
    firstShare[k] = (firstShare[k] ?? 0) / n
    secondShare[k] = (secondShare[k] ?? 0) / n
  }
  return { n, firstShare, secondShare }
}

/** Σ of the products, place by place; of two arrays or of three. */
function dot(a: Float64Array, b: Float64Array, c?: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k += 1) sum += (a[k] ?? 0) * (b[k] ?? 0) * (c?.[k] ?? 1)
  return sum
}
