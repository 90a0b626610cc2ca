import { fittedAxis, type Axis } from '@/components/chart/axis'
import type { BoardRow, Figure } from '@/lib/domain/leaderboard/board'
import type { ReleaseContent } from '@/lib/domain/leaderboard/release-content'
import type { JudgedModelCard } from '@/lib/domain/leaderboard/settings'
import { inLocale, type Locale } from '@/lib/domain/localized'

export type BoardColumn = {
  /** `total`, `ability:<path>` or `criterion:<id>`: stable, for the address. */
  key: string
  name: string
  weight: number | null
  inTotal: boolean
  /** Why it is left out of the total, in the study's words. */
  reason: string | null
  /** Fitted to all rows of the release, so that filtering moves nothing. */
  axis: Axis | null
}

export type ModelRow = Omit<JudgedModelCard, 'id'> &
  Pick<BoardRow, 'model' | 'rankRange' | 'needsArbitration' | 'n' | 'cells'> & {
    /** By column. */
    figures: Record<string, Figure>
  }

export type BoardView = {
  total: BoardColumn
  abilities: BoardColumn[]
  criteria: BoardColumn[]
  rows: ModelRow[]
}

/** A frozen board made ready to be drawn: rows joined with what is known of their models, columns with their axes. */
export function boardView(release: ReleaseContent, words: { total: string; locale: Locale }): BoardView {
  const { board, ...settings } = release
  const rows = board.rows.flatMap((row) => modelRow(row, settings.models))
  const column = (key: string, name: string, more: Partial<BoardColumn> = {}): BoardColumn => {
    const figures = rows.flatMap((row) => row.figures[key] ?? [])
    const axis = fittedAxis(
      figures.flatMap(({ score, low, high }) => [score, low, high]),
      key === 'total' ? 5 : 3,
    )
    return { key, name, weight: null, inTotal: true, reason: null, axis, ...more }
  }
  return {
    rows,
    total: column('total', words.total),
    abilities: settings.abilities.map(({ path, weight, inTotal, reason }) =>
      column(`ability:${path}`, path, { weight, inTotal, reason: reason && inLocale(reason, words.locale) }),
    ),
    criteria: settings.criteria.map(({ id, name, weight, inTotal }) =>
      column(`criterion:${id}`, inLocale(name, words.locale), { weight, inTotal }),
    ),
  }
}

function modelRow(row: BoardRow, models: JudgedModelCard[]): ModelRow[] {
  const card = models.find((model) => model.id === row.model)
  if (!card) return []
  const { score, low, high, n, model, rankRange, needsArbitration, cells } = row
  const figures = {
    total: { score, low, high, n },
    ...prefixed('ability', row.abilities),
    ...prefixed('criterion', row.criteria),
  }
  return [{ ...card, model, rankRange, needsArbitration, n, cells, figures }]
}

function prefixed(prefix: string, figures: Record<string, Figure>): Record<string, Figure> {
  return Object.fromEntries(Object.entries(figures).map(([key, figure]) => [`${prefix}:${key}`, figure]))
}
