import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { agreementTable, type AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { categoryRuns, rowSizes } from '@/lib/stats/agreement/table/category-runs'
import { rowDistances } from '@/lib/stats/agreement/table/row-distances'

/**
 * Percent agreement: the share of equal pairs among the pairs of ratings of an item, averaged over the items with two
 * ratings or more; 0 … 1. Fleiss (1971), eq. 2; Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., eq. 2.10. It
 * does not ask what chance alone would bring: with two categories of which one is rare it is high for anybody.
 *
 * @returns 0 … 1; 'no-ratings' or 'no-pairs'
 * @throws RangeError for what `requireRatings` refuses
 */
export function percentAgreement(ratings: Ratings): Figure {
  const table = agreementTable(ratings, { keepRaters: false })
  return preparePercentAgreement(table)(table.times)
}

/** Percent agreement of the rows of a table, each counted as often as the given times. */
export function preparePercentAgreement(table: AgreementTable): (times: ArrayLike<number>) => Figure {
  const disagreement = meanRowDistances(table, 'nominal')
  const reason = table.items === 0 ? 'no-ratings' : 'no-pairs'
  return (times) => {
    const mean = weightedMean(disagreement, times)
    return mean === null ? undefinedBecause(reason) : defined(1 - mean)
  }
}

/** Per row, the distance averaged over its pairs; NaN for a row without a pair. */
export function meanRowDistances(
  table: AgreementTable,
  distance: 'nominal' | 'absolute' | 'squared',
): Float64Array {
  const sizes = rowSizes(table)
  return rowDistances(categoryRuns(table), table.values, distance).map((sum, row) => {
    const size = sizes[row] ?? 0
    return size < 2 ? NaN : sum / (size * (size - 1))
  })
}

/** The mean of what is not NaN, each entry counted as often as its weight; null where there is none. */
export function weightedMean(entries: Float64Array, weights: ArrayLike<number>): number | null {
  let sum = 0
  let n = 0
  for (let i = 0; i < entries.length; i += 1) {
    const entry = entries[i] ?? NaN
    if (Number.isNaN(entry)) continue
    sum += (weights[i] ?? 0) * entry
    n += weights[i] ?? 0
  }
  return n === 0 ? null : sum / n
}
