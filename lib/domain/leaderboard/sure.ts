import { cellsUnder, scoreViews, type ScoreView } from '@/lib/domain/quality/arbitration/views'
import type { SureRow, SureView } from '@/lib/domain/quality/views/provenance-view'
import type { Undefined } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { layoutOf, placeOf, prepareAggregate } from './aggregate'
import type { JudgedCell } from './cells'
import { rankAmong } from './rank-among'
import type { BoardSettings } from './settings'

type Sure = Pick<SureView, 'views' | 'moving'>

/**
 * The totals of a board under other ways to a value per cell, by the board's own aggregation. All views have the same
 * cells: those with the ratings they need, whether in dispute or not; the board itself has only the settled ones of them.
 *
 * @param raterOf the rater of a rating
 */
export function sureViews(
  settings: BoardSettings,
  cells: readonly JudgedCell[],
  raterOf: (ratingId: string) => string,
): Sure {
  const known = cells.filter(
    ({ agreement, scores }) => agreement.status !== 'incomplete' && scores.length > 0,
  )
  const byCriterion = settings.criteria.map((_, criterion) => {
    const own = known.filter((cell) => cell.criterion === criterion)
    return { cells: own, ratings: ratingsOf(own, raterOf) }
  })
  const under = (view: ScoreView): Sure['views'][number] => {
    const viewed = byCriterion.map(({ cells: own, ratings }) => ({ own, ...cellsUnder(view, ratings) }))
    const reason = firstReason(settings, viewed)
    if (reason !== null) return { view, reason, rows: [] }
    const valued = viewed.flatMap(({ own, values }) => withValues(own, values ?? []))
    return { view, reason: null, rows: rowsOf(settings, valued) }
  }
  const views = [
    { view: 'agreed' as const, reason: null, rows: rowsOf(settings, cells) },
    ...scoreViews.map(under),
  ]
  return { views, moving: movingIn(views) }
}

function ratingsOf(cells: readonly JudgedCell[], raterOf: (ratingId: string) => string): Ratings {
  const places = new Map<string, number>()
  const placeOfRater = (rater: string) => {
    const known = places.get(rater) ?? places.size
    places.set(rater, known)
    return known
  }
  const rater = cells.flatMap((cell) => cell.ratings.map((id) => placeOfRater(raterOf(id))))
  return {
    items: cells.length,
    raters: places.size,
    item: Int32Array.from(cells.flatMap((cell, place) => cell.scores.map(() => place))),
    rater: Int32Array.from(rater),
    value: Float64Array.from(cells.flatMap(({ scores }) => scores)),
  }
}

/** A view needs every criterion that weighs in the total. */
function firstReason(
  { criteria }: BoardSettings,
  viewed: readonly { reason: Undefined | null }[],
): Undefined | null {
  const needed = viewed.filter((_, place) => {
    const criterion = criteria[place]
    return criterion !== undefined && criterion.inTotal && criterion.weight > 0
  })
  return needed.find(({ reason }) => reason !== null)?.reason ?? null
}

function withValues(cells: readonly JudgedCell[], values: readonly (number | null)[]): JudgedCell[] {
  return cells.flatMap((cell, place) => {
    const value = values[place] ?? null
    return value === null ? [] : [{ ...cell, agreement: { status: 'agreed', value } }]
  })
}

/** By falling total; models are ranked, what is listed beside them is not. */
function rowsOf(settings: BoardSettings, cells: readonly JudgedCell[]): SureRow[] {
  const figures = prepareAggregate(settings, cells)(new Uint8Array(settings.prompts.length).fill(1))
  const { perModel } = layoutOf(settings)
  const totals = settings.models.map(({ id, name, kind }, place) => {
    const total = figures[place * perModel + placeOf.total] ?? Number.NaN
    return { model: id, name, score: Number.isNaN(total) ? null : total, ranked: kind === 'model' }
  })
  const among = totals.flatMap(({ score, ranked }) => (ranked && score !== null ? [{ score }] : []))
  return totals
    .map(({ ranked, ...row }) => ({
      ...row,
      rank: ranked && row.score !== null ? rankAmong(among, row.score) : null,
    }))
    .sort((a, b) => (b.score ?? -Infinity) - (a.score ?? -Infinity) || 0)
}

/** Models whose rank is not the same under all views that exist; where one gives no total it moves nobody. */
function movingIn(views: Sure['views']): string[] {
  const ranks = new Map<string, Set<number>>()
  for (const { model, rank } of views.flatMap(({ rows }) => rows))
    if (rank !== null) ranks.set(model, (ranks.get(model) ?? new Set()).add(rank))
  return [...ranks].flatMap(([model, own]) => (own.size > 1 ? [model] : []))
}
