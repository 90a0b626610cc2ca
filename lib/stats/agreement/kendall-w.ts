import { chiSquaredUpper } from '@/lib/stats/distributions/chi-squared-upper'
import { defined, undefinedBecause, type Figure, type Undefined } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { agreementTable, type AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { completeRows, whyTooFew, type CompleteRows } from '@/lib/stats/agreement/table/complete-rows'
import { countingSort } from '@/lib/stats/agreement/table/counting-sort'

export type Concordance =
  | {
      /** W, 0 … 1. */
      value: number
      reason: null
      /** Friedman's statistic, raters · (items − 1) · W. */
      chiSquared: number
      df: number
      /** Of the hypothesis that the raters order at random; asymptotic, rough below about 8 items. */
      p: number
      items: number
      raters: number
    }
  | { value: null; reason: Undefined }

/**
 * Kendall's coefficient of concordance: how far raters order the items alike, whatever numbers they use. Kendall &
 * Babington Smith (1939); ties share their mean rank, and the formula is corrected for them: Kendall (1970), Rank
 * Correlation Methods, 4th ed., eq. 6.11. Uses the items that every rater rated.
 *
 * @returns W; 'no-ratings', 'too-few-raters', 'too-few-items', 'incomplete' (fewer than two items that all rated), or
 *   'constant' (no rater tells any items apart)
 * @throws RangeError for what `requireRatings` refuses
 */
export function kendallW(ratings: Ratings): Concordance {
  const table = agreementTable(ratings, { keepRaters: true })
  const complete = completeRows(table)
  const figure = prepare(table, complete)(table.times)
  if (figure.value === null) return figure
  const items = itemsIn(complete, table.times)
  const df = items - 1
  const chiSquared = complete.raters * df * figure.value
  const p = chiSquaredUpper(chiSquared, df)
  return { ...figure, chiSquared, df, p, items, raters: complete.raters }
}

/** W of the rows of a table that keeps raters, each counted as often as the given times. */
export function prepareKendallW(table: AgreementTable): (times: ArrayLike<number>) => Figure {
  return prepare(table, completeRows(table))
}

function prepare(table: AgreementTable, complete: CompleteRows): (times: ArrayLike<number>) => Figure {
  const { raters, row } = complete
  const columns = Array.from({ length: raters }, (_, rater) => {
    const category = Int32Array.from(row, (_, item) => complete.category[item * raters + rater] ?? 0)
    return { category, order: countingSort(category, table.values.length) }
  })
  return (times) => {
    const n = itemsIn(complete, times)
    const reason = whyTooFew(table, raters, n)
    if (reason !== null) return undefinedBecause(reason)
    const weights = Float64Array.from(row, (place) => times[place] ?? 0)
    const rankSums = new Float64Array(row.length)
    let ties = 0
    for (const column of columns) ties += addRanks({ ...column, weights }, rankSums)
    const mean = (raters * (n + 1)) / 2
    const squares = rankSums.reduce((sum, ranks, i) => sum + (weights[i] ?? 0) * (ranks - mean) ** 2, 0)
    const most = raters * (raters * (n ** 3 - n) - ties)
    return most > 0 ? defined((12 * squares) / most) : undefinedBecause('constant')
  }
}

type Column = { category: Int32Array; order: Int32Array; weights: Float64Array }

/** Adds a rater's mid-ranks to the sums and gives Σ (t³ − t) over the sizes t of the ties. */
function addRanks({ category, order, weights }: Column, rankSums: Float64Array): number {
  let below = 0
  let ties = 0
  for (let from = 0, to = 0; from < order.length; from = to) {
    const here = category[order[from] ?? 0]
    let size = 0
    for (; to < order.length && category[order[to] ?? 0] === here; to += 1)
      size += weights[order[to] ?? 0] ?? 0
    for (let place = from; place < to; place += 1) {
      const item = order[place] ?? 0
      rankSums[item] = (rankSums[item] ?? 0) + below + (size + 1) / 2
    }
    below += size
    ties += size ** 3 - size
  }
  return ties
}

function itemsIn({ row }: CompleteRows, times: ArrayLike<number>): number {
  return row.reduce((sum, place) => sum + (times[place] ?? 0), 0)
}
