import { UserError } from '@/lib/domain/user-error'
import { agreedScore, requiredScores, type Agreement } from './agreed-score'
import type { ScoreRow } from './rating-row'
import type { BoardSettings } from './settings'

/** One output × one criterion with all that was said about it. Prompt, model and criterion by their place in the settings. */
export type Cell = {
  prompt: number
  model: number
  criterion: number
  scores: number[]
  cannotJudge: number
  /** Ids of the ratings whose scores count, and of those whose scores do not. */
  ratings: string[]
  notCounting: { id: string; reason: string }[]
}

export type JudgedCell = Cell & { agreement: Agreement }

export type Judged = { cells: JudgedCell[]; raters: number; ratings: number; scores: number }

/** Gathers score rows, in whatever order they come, into judged cells in the order of the settings. */
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
    const fresh: Cell = { prompt, model, criterion, scores: [], cannotJudge: 0, ratings: [], notCounting: [] }
    cells.set(key, fresh)
    return fresh
  }

  return {
    add(row: ScoreRow): void {
      // A criterion that the present rubric no longer has is in no cell.
      if (row.reason === 'rubric_version') return
      const cell = cellAt(row)
      if (row.counts && row.score !== null) {
        cell.scores.push(row.score)
        cell.ratings.push(row.rating_id)
        raters.add(row.rater)
        ratings.add(row.rating_id)
      } else {
        if (row.reason === 'cannot_judge') cell.cannotJudge += 1
        cell.notCounting.push({ id: row.rating_id, reason: row.reason ?? '' })
      }
    },
    judged(): Judged {
      const judged = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => judge(cell, settings))
      const scores = judged.reduce((sum, cell) => sum + cell.scores.length, 0)
      return { cells: judged, raters: raters.size, ratings: ratings.size, scores }
    },
  }
}

function judge(cell: Cell, { method, criteria }: BoardSettings): JudgedCell {
  const agreement = agreedScore(cell.scores, {
    rule: method.rule,
    toleranceSteps: method.toleranceSteps,
    step: criteria[cell.criterion]?.step ?? 1,
    required: requiredScores(method, cell.cannotJudge),
  })
  return { ...cell, scores: cell.scores.toSorted((a, b) => a - b), agreement }
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
