import { defined, undefinedBecause, type Figure, type Undefined } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { agreementTable, type AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { prepareVarianceComponents, type VarianceComponents } from './variance-components'

export type ComponentForm = 'icc2' | 'icc3' | 'icc2k' | 'icc3k'

export type IccFromComponents = Record<ComponentForm, Figure> & {
  /** Null where they are undefined. */
  components: VarianceComponents | null
  /** Harmonic mean over items of the number of ratings; null without a rating. */
  ratingsPerItem: number | null
}

/**
 * Intraclass correlations for a design in which ratings are missing, from `varianceComponents`: the forms 2 count the
 * raters' variance as error, the forms 3 do not (the models of Shrout & Fleiss 1979; where the table is complete the
 * same values). The forms k are the reliability of the mean of as many ratings as an item has, by their harmonic mean.
 *
 * @returns per form a figure, the reason of `varianceComponents`, or 'unbounded' where its denominator is not above 0
 * @throws RangeError for what `requireRatings` refuses
 */
export function iccFromComponents(ratings: Ratings): IccFromComponents {
  const table = agreementTable(ratings, { keepRaters: true })
  const components = prepareVarianceComponents(table)(table.times)
  const ratingsPerItem = harmonicRatingsPerItem(table, table.times)
  const figure = (form: ComponentForm) => formOf(form, components, ratingsPerItem)
  return {
    components: typeof components === 'string' ? null : components,
    ratingsPerItem,
    icc2: figure('icc2'),
    icc3: figure('icc3'),
    icc2k: figure('icc2k'),
    icc3k: figure('icc3k'),
  }
}

/** One form over the rows of a table that keeps raters, each counted as often as the given times. */
export function prepareIccFromComponents(
  table: AgreementTable,
  form: ComponentForm,
): (times: ArrayLike<number>) => Figure {
  const componentsOf = prepareVarianceComponents(table)
  return (times) => formOf(form, componentsOf(times), harmonicRatingsPerItem(table, times))
}

function formOf(
  form: ComponentForm,
  components: VarianceComponents | Undefined,
  ratingsPerItem: number | null,
): Figure {
  if (typeof components === 'string') return undefinedBecause(components)
  const { item, rater, residual } = components
  const ofOne = form.startsWith('icc2') ? rater + residual : residual
  const error = form.endsWith('k') ? ofOne / (ratingsPerItem ?? 1) : ofOne
  return item + error > 0 ? defined(item / (item + error)) : undefinedBecause('unbounded')
}

function harmonicRatingsPerItem({ start }: AgreementTable, times: ArrayLike<number>): number | null {
  let items = 0
  let inverse = 0
  for (let row = 0; row < start.length - 1; row += 1) {
    items += times[row] ?? 0
    inverse += (times[row] ?? 0) / ((start[row + 1] ?? 0) - (start[row] ?? 0))
  }
  return items === 0 ? null : items / inverse
}
