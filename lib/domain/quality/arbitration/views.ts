import { groupMeans } from '@/lib/stats/descriptive/group-means'
import { mean } from '@/lib/stats/descriptive/mean'
import type { Undefined } from '@/lib/stats/figure'
import { annexE } from '@/lib/stats/rater-models/annex-e'
import { zScores } from '@/lib/stats/rater-models/z-scores'
import type { Ratings } from '@/lib/stats/ratings'
import { ruleOver } from './rule-over'

/** Ways to a value per cell, for asking how much a board depends on the way taken. */
export const scoreViews = ['median', 'mean', 'trimmed', 'z_scored', 'p910'] as const
export type ScoreView = (typeof scoreViews)[number]

/** One value per cell, null where the cell has none; or why the whole view does not exist. */
export type ViewedCells = { reason: null; values: (number | null)[] } | { reason: Undefined; values: null }

/**
 * The cells of one criterion under a view, all in the units of the scale.
 *
 * `z_scored`: ratings in units of each rater's own mean and spread, averaged, and brought back by the mean of all ratings
 * and the mean of the raters' spreads; raters who gave one level only are left out. `p910`: scores of ITU-T P.910 Annex E;
 * with three or four ratings a cell the fit often has no maximum (`unbounded`), and the view says so.
 *
 * @param ratings those that count; an item is a cell
 * @throws RangeError for ratings that cannot be meant, see `annexE`
 */
export function cellsUnder(view: ScoreView, ratings: Ratings): ViewedCells {
  if (ratings.value.length === 0) return { reason: 'no-ratings', values: null }
  if (view === 'z_scored') return zScored(ratings)
  if (view === 'p910') return byAnnexE(ratings)
  const given: number[][] = Array.from({ length: ratings.items }, () => [])
  ratings.item.forEach((cell, row) => given[cell]?.push(ratings.value[row] ?? 0))
  return {
    reason: null,
    values: given.map((values) => (values.length === 0 ? null : ruleOver(values, view))),
  }
}

function zScored(ratings: Ratings): ViewedCells {
  const { ratings: scored, raters } = zScores(ratings)
  const spreads = raters.flatMap(({ leftOut, standardDeviation: { value } }) =>
    leftOut === null && value !== null ? [value] : [],
  )
  if (spreads.length === 0) return { reason: 'constant', values: null }
  const [centre, unit] = [mean([...ratings.value]), mean(spreads)]
  const { count, mean: z } = groupMeans(scored.item, scored.value, scored.items)
  const values = Array.from(count, (n, cell) => (n === 0 ? null : centre + unit * (z[cell] ?? 0)))
  return { reason: null, values }
}

function byAnnexE(ratings: Ratings): ViewedCells {
  const fit = annexE(ratings)
  if (fit.reason !== null) return { reason: fit.reason, values: null }
  return { reason: null, values: fit.items.map(({ score }) => score.value) }
}
