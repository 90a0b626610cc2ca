import { undefinedBecause, type Figure } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { agreementTable, type AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { beyondChance } from './fleiss-kappa'
import { preparePercentAgreement } from './percent-agreement'
import { scaleValues, type ScaleOption } from '@/lib/stats/agreement/table/scale-values'

/**
 * Randolph's free-marginal κ: agreement beyond that of raters who take each category alike. Randolph (2005),
 * Free-marginal multirater kappa; for two raters Brennan & Prediger (1981). For raters who need not use up a fixed
 * number of each category.
 *
 * @param options.scale the categories there are; without it those that were given, which makes chance too likely where
 *   one stayed unused
 * @returns κ, at most 1; 'no-ratings', 'no-pairs', or 'constant' (one category only)
 * @throws RangeError for what `requireRatings` refuses, or a value that is not on the scale
 */
export function randolphKappa(ratings: Ratings, options: ScaleOption = {}): Figure {
  const table = agreementTable(ratings, { keepRaters: false })
  return prepareRandolphKappa(table, options)(table.times)
}

/** Randolph's κ of the rows of a table, each counted as often as the given times. */
export function prepareRandolphKappa(
  table: AgreementTable,
  options: ScaleOption = {},
): (times: ArrayLike<number>) => Figure {
  const categories = scaleValues(table.values, options).length
  const agreementOf = preparePercentAgreement(table)
  return (times) => {
    const observed = agreementOf(times)
    if (observed.value === null) return observed
    return categories < 2 ? undefinedBecause('constant') : beyondChance(observed.value, 1 / categories)
  }
}
