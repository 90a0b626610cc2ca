import { UserError } from '@/lib/domain/user-error'
import type { Agreement } from './agreed-score'
import { agreementOf } from './cell-value'
import { askedByArbitration, decisionKind, type ScoreRow } from './rating-row'
import type { BoardSettings } from './settings'

/** One output × one criterion with all that was said about it. Prompt, model and criterion by their place in the settings. */
export type Cell = {
  prompt: number
  model: number
  criterion: number
  /** Those that count in order of arrival, and the ids of their ratings. */
  scores: number[]
  ratings: string[]
  /** Ids of the ratings among them that arbitration asked for. */
  extras: string[]
  cannotJudge: number
  /** Ratings that do not count. */
  notCounting: { id: string; value: number | null; reason: string }[]
  /** A person's decision that stands. */
  decision: { id: string; by: 'inspector' | 'meeting'; value: number } | null
}

export type JudgedCell = Cell & { agreement: Agreement }

export type Judged = { cells: JudgedCell[]; raters: number; ratings: number; scores: number }

/** A cell about which nothing was said yet. */
export function emptyCell(place: Pick<Cell, 'prompt' | 'model' | 'criterion'>): Cell {
  const { prompt, model, criterion } = place
  return {
    prompt,
    model,
    criterion,
    scores: [],
    ratings: [],
    extras: [],
    cannotJudge: 0,
    notCounting: [],
    decision: null,
  }
}

/**
 * Gathers score rows into judged cells in the order of the settings. Rows of a cell are in order of arrival: where an
 * extra rating is combined with the nearest one, the latest counts.
 */
export function cellCollector(settings: BoardSettings) {
  const place = placesOf(settings)
  const cells = new Map<number, Cell>()
  const raters = new Set<string>()
  const ratings = new Set<string>()

  const cellAt = (row: ScoreRow) => {
    const [prompt, model, criterion] = [place.prompt(row), place.model(row), place.criterion(row)]
    const key = (prompt * settings.models.length + model) * settings.criteria.length + criterion
    const known = cells.get(key)
    if (known) return known
    const fresh = emptyCell({ prompt, model, criterion })
    cells.set(key, fresh)
    return fresh
  }

  return {
    add(row: ScoreRow): void {
      // A criterion that the present rubric no longer has is in no cell.
      if (row.reason === 'rubric_version') return
      const cell = cellAt(row)
      if (row.kind === decisionKind) decide(cell, row)
      else if (row.counts && row.score !== null) {
        cell.scores.push(row.score)
        cell.ratings.push(row.rating_id)
        if (row.reason === askedByArbitration) cell.extras.push(row.rating_id)
        raters.add(row.rater)
        ratings.add(row.rating_id)
      } else {
        if (row.reason === 'cannot_judge') cell.cannotJudge += 1
        cell.notCounting.push({ id: row.rating_id, value: row.score, reason: row.reason ?? '' })
      }
    },
    judged(): Judged {
      const judged = [...cells]
        .sort(([a], [b]) => a - b)
        .map(([, cell]) => ({ ...cell, agreement: agreementOf(cell, settings) }))
      const scores = judged.reduce((sum, cell) => sum + cell.scores.length, 0)
      return { cells: judged, raters: raters.size, ratings: ratings.size, scores }
    },
  }
}

/** The first decision that counts stands; others are on record. */
function decide(cell: Cell, { rating_id: id, counts, score: value, reason }: ScoreRow): void {
  if (!counts || value === null || cell.decision) return
  cell.decision = { id, value, by: reason === 'meeting' ? 'meeting' : 'inspector' }
}

/** Looks names up; a name that the settings do not know is refused with the row it came with. */
function placesOf(settings: BoardSettings) {
  const finder = (field: 'prompt' | 'model' | 'criterion', list: readonly { id: string }[]) => {
    const places = new Map(list.map(({ id }, index) => [id, index]))
    return (row: ScoreRow): number => {
      const found = places.get(row[field])
      if (found !== undefined) return found
      const expected = `a ${field} of the study`
      throw new UserError(
        'invalid',
        `Rating ${row.rating_id}: ${field} "${row[field]}" is not ${expected}.`,
        {
          problems: [{ file: null, row: null, field, got: row[field], expected }],
        },
      )
    }
  }
  return {
    prompt: finder('prompt', settings.prompts),
    model: finder('model', settings.models),
    criterion: finder('criterion', settings.criteria),
  }
}
