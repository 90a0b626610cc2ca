import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import type { Estimate } from '@/components/chart/interval-mark'
import type { BoardColumn, ModelRow } from '@/components/leaderboard/board-view'
import { useScoreFormat } from './score-format'

type Props = { row: ModelRow; column: BoardColumn; figure: Estimate & { n: number } }

/** The digits of one figure. NumberOrigins, around the board, opens what it carries in its data attributes. */
export function ScoreButton({ row, column, figure }: Props) {
  const t = useTranslations('leaderboards')
  const format = useScoreFormat(column.axis)
  const interval = format.interval(figure)
  const waiting = row.needsArbitration
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      data-origin={`${row.name} · ${column.name} · ${format.score(figure.score)} ${interval}`}
      data-model={row.model}
      data-column={column.key}
      data-prompts={t('originPrompts', { count: figure.n })}
      data-left-out={waiting > 0 ? t('originLeftOut', { count: waiting }) : undefined}
      className={classes(
        'cursor-pointer rounded decoration-dotted underline-offset-4 hover:underline',
        column.key === 'total' && 'text-14 font-semibold',
      )}
    >
      {format.score(figure.score)}
      {interval ? <span className="sr-only"> {interval}</span> : null}
    </button>
  )
}
