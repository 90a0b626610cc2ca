import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { agreementTable, type AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { categoryRuns, rowSizes } from '@/lib/stats/agreement/table/category-runs'
import { krippendorffAlphaInterval, prepareAlphaInterval } from './krippendorff-alpha-interval'
import { prepareAlphaOrdinal } from './krippendorff-alpha-ordinal'
import { pairableMargins } from '@/lib/stats/agreement/table/pairable-margins'
import { rowDistances } from '@/lib/stats/agreement/table/row-distances'
import { totalDistance } from '@/lib/stats/agreement/table/total-distance'

/** What a difference between two values means: nothing, their order, their distance, or their proportion. */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** The ratio level compares each distinct value with each other one. */
export const MOST_RATIO_VALUES = 4096

/**
 * Krippendorff's α: 1 − observed / expected disagreement. How much of the disagreement that chance would bring the
 * raters avoid; for any number of raters, with missing ratings; at most 1, and 0 where raters agree as by chance.
 * Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; (2019), Content Analysis, 4th ed., ch. 12.
 *
 * @returns α; 'no-ratings', 'no-pairs' (no item has two), or 'constant' (no two values differ)
 * @throws RangeError for what `requireRatings` refuses; at the ratio level for negative values, which have no
 *   proportion, and for more than 4,096 distinct ones
 */
export function krippendorffAlpha(ratings: Ratings, level: MeasurementLevel): Figure {
  if (level === 'interval') return krippendorffAlphaInterval(ratings)
  const table = agreementTable(ratings, { keepRaters: false })
  return prepareKrippendorffAlpha(table, level)(table.times)
}

/** α of the rows of a table, each counted as often as the given times: a bootstrap's inner function. */
export function prepareKrippendorffAlpha(
  table: AgreementTable,
  level: MeasurementLevel,
): (times: ArrayLike<number>) => Figure {
  if (level === 'interval') return prepareAlphaInterval(table)
  if (level === 'ordinal') return prepareAlphaOrdinal(table)
  if (level === 'ratio') requireRatioScale(table.values)
  return prepareByDistance(table, level)
}

/** Distances that do not depend on who stands between two values: a row's own disagreement is known beforehand. */
function prepareByDistance(table: AgreementTable, distance: 'nominal' | 'ratio') {
  const sizes = rowSizes(table)
  const within = rowDistances(categoryRuns(table), table.values, distance)
  const marginsOf = pairableMargins(table)
  return (times: ArrayLike<number>): Figure => {
    const { n, counts } = marginsOf(times)
    if (n === 0) return undefinedBecause(table.items === 0 ? 'no-ratings' : 'no-pairs')
    let observed = 0
    for (let row = 0; row < within.length; row += 1) {
      const others = (sizes[row] ?? 0) - 1
      if (others > 0) observed += ((times[row] ?? 0) * (within[row] ?? 0)) / others
    }
    const expected = totalDistance(distance, { values: table.values, counts }) / (n - 1)
    return expected > 0 ? defined(1 - observed / expected) : undefinedBecause('constant')
  }
}

function requireRatioScale(values: Float64Array): void {
  if ((values[0] ?? 0) < 0) throw new RangeError(`a ratio scale has no negative value: ${values[0]}`)
  if (values.length > MOST_RATIO_VALUES)
    throw new RangeError(
      `${values.length} distinct values; the ratio level takes ${MOST_RATIO_VALUES} at most`,
    )
}
