import { useFormatter, useTranslations } from 'next-intl'
import type { Figure } from '@/lib/domain/leaderboard/board'
import type { BoardColumn, BoardView, ModelRow } from './board-view'
import { scoreFormat } from './table/score-format'

/** One part of a figure, as it is read: its name, its value, its interval, how many prompts. */
export type FigurePart = [name: string, score: string, interval: string, n: string]

/** By model and column. */
export type FigureParts = Record<string, Record<string, FigurePart[]>>

/** What each figure is made of: the total of abilities, an ability of criteria, a criterion of abilities. */
export function useFigureParts({ rows, total, abilities, criteria }: BoardView): FigureParts {
  const t = useTranslations('leaderboards')
  const format = useFormatter()
  const part = (column: BoardColumn, figure: Figure | undefined, axis = column.axis): FigurePart[] => {
    if (!figure) return []
    const name = column.inTotal ? column.name : t('weightedNot', { name: column.name })
    const text = scoreFormat(format, axis)
    const score = figure.score === null ? '–' : text.score(figure.score)
    return [[name, score, text.interval(figure), format.number(figure.n)]]
  }
  const partsOf = (row: ModelRow): Record<string, FigurePart[]> => ({
    [total.key]: abilities.flatMap((ability) => part(ability, row.figures[ability.key])),
    ...Object.fromEntries(
      abilities.map((ability) => [
        ability.key,
        criteria.flatMap((criterion) => part(criterion, cellOf(row, ability, criterion))),
      ]),
    ),
    ...Object.fromEntries(
      criteria.map((criterion) => [
        criterion.key,
        abilities.flatMap((ability) => part(ability, cellOf(row, ability, criterion), criterion.axis)),
      ]),
    ),
  })
  return Object.fromEntries(rows.map((row) => [row.model, partsOf(row)]))
}

const nameIn = (column: BoardColumn) => column.key.slice(column.key.indexOf(':') + 1)

const cellOf = (row: ModelRow, ability: BoardColumn, criterion: BoardColumn) =>
  row.cells[nameIn(ability)]?.[nameIn(criterion)]
