import { useTranslations } from 'next-intl'
import { fittedAxis } from '@/components/chart/axis'
import { IntervalPlot, type PlotRow } from '@/components/chart/interval-plot'
import type { BoardView } from './board-view'
import { unfiltered } from './table/board-query'
import { useScoreFormat } from './table/score-format'
import { visibleRows } from './table/visible-rows'

/** All totals with their intervals, best first, reference rows below as hollow dots. */
export function TotalsPlot({ view }: { view: BoardView }) {
  const t = useTranslations('leaderboards')
  const { score, interval, tick } = useScoreFormat(view.total.axis)
  if (!view.total.axis) return null
  const axis = fittedAxis([view.total.axis.min, view.total.axis.max], 6) ?? view.total.axis
  const { ranked, references } = visibleRows(view.rows, unfiltered)
  const rows: PlotRow[] = [...ranked, ...references].flatMap((row) => {
    const figure = row.figures['total']
    if (!figure || figure.score === null) return []
    const estimate = { ...figure, score: figure.score }
    const value = `${score(estimate.score)} ${interval(estimate)}`
    return [{ id: row.model, name: row.name, estimate, hollow: row.kind !== 'model', value }]
  })
  return (
    <section aria-labelledby="plot-title">
      <h2 id="plot-title" className="mb-2 text-14">
        {t('plotTitle')}
      </h2>
      <IntervalPlot axis={axis} rows={rows} tickLabel={tick} label={t('plotTitle')} />
    </section>
  )
}
