import { expandedLevel } from '@/lib/stats/intervals/expanded-level'
import { percentileInterval } from '@/lib/stats/intervals/percentile-interval'
import { rankRanges } from '@/lib/stats/ranking/rank-range'
import { rankAmong } from './rank-among'
import { layoutOf, placeOf, type Layout } from './aggregate'
import type { BoardRow, Figure } from './board'
import type { JudgedCell } from './cells'
import type { BoardSettings } from './settings'

export type Computed = { figures: Float64Array; counts: Int32Array; samples: Float64Array[] }

/** Rows by falling total; what has no total comes last; equals in the study's order. */
export function boardRows(
  settings: BoardSettings,
  computed: Computed,
  cells: readonly JudgedCell[],
): BoardRow[] {
  const layout = layoutOf(settings)
  const waiting = new Int32Array(layout.models)
  for (const { model, agreement } of cells) {
    if (agreement.status === 'needs_arbitration') waiting[model] = (waiting[model] ?? 0) + 1
  }
  const standings = standingsOf(settings, computed, layout)
  return settings.models
    .map((model, place) => ({
      model: model.id,
      name: model.name,
      kind: model.kind,
      ...(standings.get(place) ?? { rank: null, rankRange: null }),
      ...figuresOfModel(settings, layout, (part) =>
        figureAt(computed, place * layout.perModel + part, settings.method.intervalLevel),
      ),
      needsArbitration: waiting[place] ?? 0,
    }))
    .sort((a, b) => (b.score ?? -Infinity) - (a.score ?? -Infinity) || 0)
}

function figuresOfModel(
  { abilities, criteria }: BoardSettings,
  layout: Layout,
  at: (part: number) => Figure,
) {
  return {
    ...at(placeOf.total),
    abilities: Object.fromEntries(abilities.map(({ path }, a) => [path, at(placeOf.ability(a))])),
    criteria: Object.fromEntries(criteria.map(({ id }, c) => [id, at(placeOf.criterion(layout, c))])),
    cells: Object.fromEntries(
      abilities.map(({ path }, a) => [
        path,
        Object.fromEntries(criteria.map(({ id }, c) => [id, at(placeOf.cell(layout, a, c))])),
      ]),
    ),
  }
}

/** A single prompt says nothing about how far a figure may be off: no interval. */
function figureAt({ figures, counts, samples }: Computed, place: number, intervalLevel: number): Figure {
  const score = figures[place] ?? Number.NaN
  const n = counts[place] ?? 0
  if (Number.isNaN(score)) return { score: null, low: null, high: null, n }
  const level = expandedLevel(intervalLevel, n)
  const interval = level === null ? null : percentileInterval(samples[place] ?? new Float64Array(), level)
  return { score, low: interval?.[0] ?? null, high: interval?.[1] ?? null, n }
}

type Standing = { rank: number; rankRange: [number, number] }

/** Ranks among those of kind `model` that have a total: equal totals share a rank, the next one is left out. */
function standingsOf(settings: BoardSettings, computed: Computed, layout: Layout): Map<number, Standing> {
  const ranked = settings.models.flatMap(({ kind }, place) => {
    const at = place * layout.perModel + placeOf.total
    const score = computed.figures[at] ?? Number.NaN
    if (kind !== 'model' || Number.isNaN(score)) return []
    const enough = (computed.counts[at] ?? 0) >= 2
    const samples = (enough && computed.samples[at]) || new Float64Array()
    return [{ place, score, samples }]
  })
  const ranges = rankRanges(ranked.map(({ samples }) => samples))
  return new Map(
    ranked.map(({ place, score }, index) => {
      const rank = rankAmong(ranked, score)
      return [place, { rank, rankRange: ranges[index] ?? [1, ranked.length] }]
    }),
  )
}
