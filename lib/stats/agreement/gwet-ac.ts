import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { agreementTable, type AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import type { AgreementWeights } from './agreement-weights'
import { categoryShares } from '@/lib/stats/agreement/table/category-shares'
import { meanRowDistances, weightedMean } from './percent-agreement'
import { scaleValues, type ScaleOption } from '@/lib/stats/agreement/table/scale-values'
import { totalDistance } from '@/lib/stats/agreement/table/total-distance'

/**
 * Gwet's AC1: agreement beyond chance on categories without order, where chance counts only for ratings that are hard to
 * tell. It stays high where nearly all items are of one category and raters agree, as Fleiss' and Cohen's κ do not.
 * Gwet (2008), Computing inter-rater reliability and its variance in the presence of high agreement; with missing
 * ratings Gwet (2014), ch. 5.
 *
 * @param options.scale the categories there are; without it those that were given
 * @returns AC1, at most 1; 'no-ratings', 'no-pairs', or 'constant' (one category, and no scale that has another)
 * @throws RangeError for what `requireRatings` refuses, or a value that is not on the scale
 */
export function gwetAC1(ratings: Ratings, options: ScaleOption = {}): Figure {
  return gwetAC(ratings, { ...options, weights: 'none' })
}

/**
 * Gwet's AC2: AC1 for categories that are numbers, so that near misses count in part: by 1 − |x − y| / range (linear) or
 * 1 − (x − y)² / range² (quadratic), range being that of the scale. Gwet (2014), Handbook of Inter-Rater Reliability, 4th
 * ed., ch. 5. Outcomes as for `gwetAC1`.
 */
export function gwetAC2(
  ratings: Ratings,
  weights: 'linear' | 'quadratic',
  options: ScaleOption = {},
): Figure {
  return gwetAC(ratings, { ...options, weights })
}

type GwetOptions = ScaleOption & { weights: AgreementWeights }

function gwetAC(ratings: Ratings, options: GwetOptions): Figure {
  const table = agreementTable(ratings, { keepRaters: false })
  return prepareGwetAC(table, options)(table.times)
}

const distanceOf = { none: 'nominal', linear: 'absolute', quadratic: 'squared' } as const

/** AC1 (weights 'none') or AC2 of the rows of a table, each counted as often as the given times. */
export function prepareGwetAC(
  table: AgreementTable,
  { weights, scale }: GwetOptions,
): (times: ArrayLike<number>) => Figure {
  const values = scaleValues(table.values, scale === undefined ? {} : { scale })
  const categories = values.length
  const furthest = furthestDistance(values, weights)
  const distance = distanceOf[weights]
  const rowDistance = meanRowDistances(table, distance)
  const ones = new Float64Array(categories).fill(1)
  const sumOfWeights = categories ** 2 - totalDistance(distance, { values, counts: ones }) / furthest
  const sharesOf = categoryShares(table)
  return (times) => {
    const mean = weightedMean(rowDistance, times)
    if (mean === null) return undefinedBecause(table.items === 0 ? 'no-ratings' : 'no-pairs')
    if (categories < 2) return undefinedBecause('constant')
    const observed = 1 - mean / furthest
    const spread = sharesOf(times).reduce((sum, share) => sum + share * (1 - share), 0)
    const expected = (sumOfWeights * spread) / (categories * (categories - 1))
    return expected < 1 ? defined((observed - expected) / (1 - expected)) : undefinedBecause('constant')
  }
}

function furthestDistance(values: Float64Array, weights: AgreementWeights): number {
  const range = (values.at(-1) ?? 0) - (values[0] ?? 0)
  if (weights === 'none') return 1
  return weights === 'linear' ? range : range ** 2
}
