import type { AgreementTable } from './agreement-table'
import { categoryRuns, rowSizes } from './category-runs'

/**
 * How likely each category is to be given: its share of an item's ratings, averaged over the items. Gwet (2014), eq.
 * 2.11: with missing ratings no item counts for more than another. The shares are written into one array again and
 * again: they hold until the next call.
 */
export function categoryShares(table: AgreementTable): (times: ArrayLike<number>) => Float64Array {
  const { start, category, count } = categoryRuns(table)
  const sizes = rowSizes(table)
  const shares = new Float64Array(table.values.length)
  return (times) => {
    shares.fill(0)
    let items = 0
    for (let row = 0; row < sizes.length; row += 1) {
      const weight = times[row] ?? 0
      if (weight === 0) continue
      items += weight
      for (let run = start[row] ?? 0; run < (start[row + 1] ?? 0); run += 1) {
        const place = category[run] ?? 0
        shares[place] = (shares[place] ?? 0) + (weight * (count[run] ?? 0)) / (sizes[row] ?? 1)
      }
    }
    for (let place = 0; place < shares.length; place += 1) shares[place] = (shares[place] ?? 0) / items
    return shares
  }
}
