import { requireLevel } from '@/lib/stats/distributions/require-parameter'
import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { agreementTable, type AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import type { AgreementWeights } from './agreement-weights'
import { kappaOfCells, kappaValue, type KappaEstimate, type KappaOptions } from './kappa-of-cells'
import { pairsOfRaters, type RaterPair } from './pairs-of-raters'
import { weightedMean } from './percent-agreement'

/**
 * Cohen's κ of two raters: agreement beyond that of two who keep their own shares of the categories and choose blindly.
 * Unweighted, or weighted by how many categories lie between, among those that either gave. For sources and standard
 * errors see `kappaOfCells`.
 *
 * @param ratings in which two raters rated something; for more see `cohenKappaPairs`
 * @returns κ, at most 1, with its errors; 'no-ratings', 'too-few-raters', 'no-pairs' (no item in common), 'constant'
 * @throws RangeError for more than two raters, or what `requireRatings` refuses
 */
export function cohenKappa(ratings: Ratings, options: KappaOptions = {}): KappaEstimate {
  const raters = new Set(ratings.rater).size
  if (raters > 2) throw new RangeError(`κ is of two raters, not of ${raters}`)
  const { pairs } = cohenKappaPairs(ratings, options)
  if (pairs[0]) return pairs[0]
  const reason = raters === 0 ? 'no-ratings' : raters === 1 ? 'too-few-raters' : 'no-pairs'
  return { value: null, reason, n: 0 }
}

/**
 * Cohen's κ of a table of counts: entry [i][j] is how many items the first rater put in category i, the second in j.
 *
 * @returns κ with its errors; 'no-pairs' or 'constant'
 * @throws RangeError unless the table is square and its entries are finite and not negative
 */
export function cohenKappaOfTable(
  table: readonly (readonly number[])[],
  options: KappaOptions = {},
): KappaEstimate {
  requireLevel('level', options.level ?? 0.95)
  const categories = table.length
  const counts = Float64Array.from(table.flat())
  if (table.some((row) => row.length !== categories)) throw new RangeError('the table is not square')
  if (counts.some((count) => !(count >= 0 && count < Infinity))) throw new RangeError('not a table of counts')
  const first = counts.map((_, cell) => Math.floor(cell / categories))
  const second = counts.map((_, cell) => cell % categories)
  return kappaOfCells({ categories, first, second, counts }, options)
}

export type KappaPairs = {
  /** Each pair of raters, a < b, with an item in common. */
  pairs: (KappaEstimate & { a: number; b: number })[]
  /** The mean of κ over the pairs in which it is defined. Light (1971), Measures of response agreement. */
  mean: Figure
}

/**
 * Cohen's κ of every pair of raters, and their mean. Cost: the pairs of ratings of an item, summed over items.
 *
 * @returns the mean's reasons: 'no-ratings', 'too-few-raters', 'no-pairs', or 'constant' (in every pair)
 * @throws RangeError for what `requireRatings` or `pairsOfRaters` refuses
 */
export function cohenKappaPairs(ratings: Ratings, options: KappaOptions = {}): KappaPairs {
  requireLevel('level', options.level ?? 0.95)
  const table = agreementTable(ratings, { keepRaters: true })
  const pairs = pairsOfRaters(table).map((pair) => {
    const counts = Float64Array.from(pair.row, (row) => table.times[row] ?? 0)
    return { a: pair.a, b: pair.b, ...kappaOfCells({ ...pair, counts }, options) }
  })
  return {
    pairs,
    mean: meanKappa(
      table,
      Float64Array.from(pairs, (pair) => pair.value ?? NaN),
    ),
  }
}

/** The mean κ over pairs, of the rows of a table that keeps raters, each counted as often as the given times. */
export function prepareCohenKappa(
  table: AgreementTable,
  weights: AgreementWeights = 'none',
): (times: ArrayLike<number>) => Figure {
  const pairs: readonly RaterPair[] = pairsOfRaters(table)
  return (times) => {
    const kappas = pairs.map((pair) => {
      const counts = Float64Array.from(pair.row, (row) => times[row] ?? 0)
      return kappaValue({ ...pair, counts }, weights) ?? NaN
    })
    return meanKappa(table, Float64Array.from(kappas))
  }
}

function meanKappa(table: AgreementTable, kappas: Float64Array): Figure {
  const mean = weightedMean(kappas, new Float64Array(kappas.length).fill(1))
  if (mean !== null) return defined(mean)
  if (table.items === 0) return undefinedBecause('no-ratings')
  if (new Set(table.rater).size < 2) return undefinedBecause('too-few-raters')
  return undefinedBecause(kappas.length === 0 ? 'no-pairs' : 'constant')
}
