import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { agreementTable, type AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { categoryShares } from '@/lib/stats/agreement/table/category-shares'
import { preparePercentAgreement } from './percent-agreement'

/**
 * Fleiss' κ: agreement beyond chance of any number of raters on categories without order, where chance is that of two
 * raters who draw from the shares that all raters together gave. Fleiss (1971), Measuring nominal scale agreement among
 * many raters, eqs. 1–7, which has equally many ratings for each item; otherwise by Gwet (2014), eqs. 2.10–2.12, which
 * is the same there: pairs averaged over the items that have one, shares over all rated items. Raters may differ from
 * item to item.
 *
 * @returns κ, at most 1; 'no-ratings', 'no-pairs', or 'constant' (one category only)
 * @throws RangeError for what `requireRatings` refuses
 */
export function fleissKappa(ratings: Ratings): Figure {
  const table = agreementTable(ratings, { keepRaters: false })
  return prepareFleissKappa(table)(table.times)
}

/** Fleiss' κ of the rows of a table, each counted as often as the given times. */
export function prepareFleissKappa(table: AgreementTable): (times: ArrayLike<number>) => Figure {
  const agreementOf = preparePercentAgreement(table)
  const sharesOf = categoryShares(table)
  return (times) => {
    const observed = agreementOf(times)
    if (observed.value === null) return observed
    const expected = sharesOf(times).reduce((sum, share) => sum + share * share, 0)
    return beyondChance(observed.value, expected)
  }
}

/** (observed − expected) / (1 − expected); 'constant' where chance alone agrees wholly, but for rounding. */
export function beyondChance(observed: number, expected: number): Figure {
  if (1 - expected < 1e-14) return undefinedBecause('constant')
  return defined((observed - expected) / (1 - expected))
}
