import { median } from '@/lib/stats/descriptive/median'
import { leaveOneOut } from '@/lib/stats/rater-models/leave-one-out'
import type { StudyRating } from './single-study'

/**
 * Raters whose scores go with the others' clearly less than the panel's do: the correlation with the mean of the others
 * of the cell (leave one out) lies two standard errors below three quarters of the median correlation, on Fisher's
 * scale. A stand-in for a person who reads the fingerprints when the ratings are in: one look, so that the interval may be
 * narrower than that of a monitor, which is looked at all the time.
 */
export function doubtfulRaters(cells: readonly (readonly StudyRating[])[], raters: number): Set<number> {
  const rows = cells.flatMap((ratings, item) => ratings.map(({ rater, value }) => ({ item, rater, value })))
  const against = leaveOneOut({
    items: cells.length,
    raters,
    item: Int32Array.from(rows, ({ item }) => item),
    rater: Int32Array.from(rows, ({ rater }) => rater),
    value: Float64Array.from(rows, ({ value }) => value),
  })
  const known = against.flatMap(({ pearson: { value } }) => (value === null ? [] : [value]))
  const line = Math.atanh(median(known) * 0.75)
  return new Set(
    against.flatMap(({ pearson, overlap }, rater) => {
      if (overlap < 20 || pearson.value === null) return []
      return Math.atanh(pearson.value) + 2 / Math.sqrt(overlap - 3) < line ? [rater] : []
    }),
  )
}
