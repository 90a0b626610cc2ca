/**
 * Ratings in long form: rating i is the value that rater `rater[i]` gave to item `item[i]`. Items and raters are
 * numbered from 0; a missing rating has no row. Rows may stand in any order.
 */
export type Ratings = {
  /** How many items there are: every number in `item` is below it. */
  items: number
  /** How many raters there are: every number in `rater` is below it. */
  raters: number
  item: Int32Array
  rater: Int32Array
  /** Finite numbers. */
  value: Float64Array
}

/** Ratings whose values are categories without order, numbered from 0. A rater may label an item more than once. */
export type Labels = {
  items: number
  raters: number
  /** How many categories there are: every number in `label` is below it. */
  categories: number
  item: Int32Array
  rater: Int32Array
  label: Int32Array
}
