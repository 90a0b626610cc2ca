import type { JudgedCell } from './cells'
import type { RatingRow } from './rating-row'
import type { BoardSettings } from './settings'

/**
 * What was agreed on for the cell of a row; null where nothing was, and for scores of an earlier rubric, which are in no
 * cell of this one.
 */
export function agreedLookup(settings: BoardSettings, cells: readonly JudgedCell[]) {
  const nameOf = (...names: (string | undefined)[]) => JSON.stringify(names)
  const agreed = new Map(
    cells.flatMap(({ prompt, model, criterion, agreement }) => {
      if (agreement.status !== 'agreed') return []
      const { prompts, models, criteria } = settings
      return [
        [nameOf(prompts[prompt]?.id, models[model]?.id, criteria[criterion]?.id), agreement.value] as const,
      ]
    }),
  )
  return (row: Pick<RatingRow, 'prompt' | 'model' | 'criterion' | 'reason'>): number | null =>
    row.reason === 'rubric_version'
      ? null
      : (agreed.get(nameOf(row.prompt, row.model, row.criterion)) ?? null)
}
