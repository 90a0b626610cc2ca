import { useTranslations } from 'next-intl'
import { IntervalMark } from '@/components/chart/interval-mark'
import type { BoardColumn, ModelRow } from '@/components/leaderboard/board-view'
import { MissingValue } from './missing-value'
import { ModelName } from './model-name'
import { RankRange } from './rank-range'
import { ScoreButton } from './score-button'
import { useScoreFormat } from './score-format'
import './board.css'

type Props = { columns: BoardColumn[]; rows: { ranked: ModelRow[]; references: ModelRow[] } }

/** The same figures as the table, one model under another: for narrow screens, with nothing dropped. */
export function BoardCards({ columns, rows }: Props) {
  return (
    <ul className="grid border-t border-l border-line sm:grid-cols-2 lg:grid-cols-3">
      {[...rows.ranked, ...rows.references].map((row) => (
        <BoardCard key={row.model} row={row} columns={columns} />
      ))}
    </ul>
  )
}

function BoardCard({ row, columns }: { row: ModelRow; columns: BoardColumn[] }) {
  const t = useTranslations('leaderboards')
  return (
    <li
      className={
        row.kind === 'model'
          ? 'board-card border-r border-b border-line bg-sheet'
          : 'board-card border-r border-b border-line bg-paper'
      }
    >
      <h2 className="flex gap-3 px-4 py-2 text-13 font-medium">
        <span className="w-8 shrink-0 font-semibold">
          <RankRange row={row} />
        </span>
        <ModelName row={row} />
      </h2>
      <ul>
        {columns.map((column) => (
          <CardFigure key={column.key} row={row} column={column} />
        ))}
      </ul>
      <p className="px-4 py-2 text-12 text-ink-3">
        {[
          row.parametersB === null ? null : t('cardParameters', { count: row.parametersB }),
          t('originPrompts', { count: row.n }),
          row.needsArbitration > 0 ? t('originLeftOut', { count: row.needsArbitration }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  )
}

function CardFigure({ row, column }: { row: ModelRow; column: BoardColumn }) {
  const t = useTranslations('leaderboards')
  const { interval } = useScoreFormat(column.axis)
  const figure = row.figures[column.key]
  const estimate = figure && figure.score !== null ? { ...figure, score: figure.score } : null
  return (
    <li
      className={`grid grid-cols-[1fr_40px_96px_1fr] items-center gap-2 border-t border-line px-4 py-1 text-13 ${column.inTotal ? '' : 'not-in-total'}`}
    >
      <span className="leading-4">
        {column.name}
        {column.inTotal ? null : <span className="block text-12 text-ink-3">{t('notInTotal')}</span>}
      </span>
      <span className="text-right">
        {estimate ? (
          <ScoreButton row={row} column={column} figure={estimate} />
        ) : (
          <MissingValue reason={t(column.key === 'total' ? 'missingTotal' : 'missingPart')} />
        )}
      </span>
      <span className="h-6">
        {column.axis ? (
          <IntervalMark axis={column.axis} estimate={estimate} hollow={row.kind !== 'model'} />
        ) : null}
      </span>
      <span aria-hidden className="text-12 text-ink-3">
        {estimate ? interval(estimate) : null}
      </span>
    </li>
  )
}
