import { useTranslations } from 'next-intl'
import { IntervalMark } from '@/components/chart/interval-mark'
import type { BoardColumn, ModelRow } from '@/components/leaderboard/board-view'
import { MissingValue } from './missing-value'
import { ScoreButton } from './score-button'

type Props = { row: ModelRow; column: BoardColumn }

/** The digits, and beside them the estimate with its interval on the axis of the column. */
export function ScoreCell({ row, column }: Props) {
  const t = useTranslations('leaderboards')
  const figure = row.figures[column.key]
  const main = column.key === 'total'
  return (
    <td className={column.inTotal ? 'score' : 'score not-in-total'}>
      <span className="flex items-center gap-2">
        <span className="w-10 shrink-0 text-right">
          {figure && figure.score !== null ? (
            <ScoreButton row={row} column={column} figure={{ ...figure, score: figure.score }} />
          ) : (
            <MissingValue reason={t(main ? 'missingTotal' : 'missingPart')} />
          )}
        </span>
        <span className={main ? 'h-6 min-w-44 flex-1' : 'h-6 min-w-22 flex-1'}>
          {column.axis ? (
            <IntervalMark
              axis={column.axis}
              estimate={figure && figure.score !== null ? { ...figure, score: figure.score } : null}
              hollow={row.kind !== 'model'}
            />
          ) : null}
        </span>
      </span>
    </td>
  )
}
