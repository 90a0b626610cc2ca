import type { Labels, Ratings } from '@/lib/stats/ratings'

/**
 * Refuses ratings that cannot be meant: a row that points past the items or raters, or a value that is no number.
 *
 * @throws RangeError naming the row, counted from 0
 */
export function refuseBadRatings(ratings: Ratings): void {
  refuseBadRows(ratings, ratings.value.length)
  const row = ratings.value.findIndex((value) => !Number.isFinite(value))
  if (row >= 0) throw new RangeError(`row ${row}: the rating ${ratings.value[row]} is not a finite number`)
}

/**
 * Refuses labels that cannot be meant: a row that points past the items, raters or categories.
 *
 * @throws RangeError naming the row, counted from 0
 */
export function refuseBadLabels(labels: Labels): void {
  refuseBadRows(labels, labels.label.length)
  const row = labels.label.findIndex((label) => label < 0 || label >= labels.categories)
  if (row >= 0)
    throw new RangeError(`row ${row}: no category ${labels.label[row]} among ${labels.categories}`)
}

type Rows = { items: number; raters: number; item: Int32Array; rater: Int32Array }

function refuseBadRows({ items, raters, item, rater }: Rows, rows: number): void {
  if (item.length !== rows || rater.length !== rows) throw new RangeError('columns of different lengths')
  const noItem = item.findIndex((number) => number < 0 || number >= items)
  if (noItem >= 0) throw new RangeError(`row ${noItem}: no item ${item[noItem]} among ${items}`)
  const noRater = rater.findIndex((number) => number < 0 || number >= raters)
  if (noRater >= 0) throw new RangeError(`row ${noRater}: no rater ${rater[noRater]} among ${raters}`)
}
