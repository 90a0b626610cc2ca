import { useTranslations } from 'next-intl'
import { AxisLabels } from '@/components/chart/axis-labels'
import { TableFrame } from '@/components/ui/data-table'
import type { RaterQuality } from '@/lib/domain/quality/views/rater-view'
import type { RaterColumn } from './rater-columns'
import { RaterName } from './rater-name'
import { SignalCell } from '@/components/quality/signals/signal-cell'
import { signalOf } from '@/components/quality/signals/signal-standing'
import { TraceCell } from '@/components/quality/signals/trace-cell'
import { useSignalWords } from '@/components/quality/signals/use-signal-words'
import './quality.css'

export type RaterListProps = {
  raters: RaterQuality[]
  columns: RaterColumn[]
  /** Of the drift lines, grades. */
  reach: number
  hrefOf: (rater: string) => string
}

/** Raters as small multiples: a row each, every column on one axis. */
export function RaterMultiples({ raters, columns, reach, hrefOf }: RaterListProps) {
  const t = useTranslations('quality')
  const words = useSignalWords()
  return (
    <TableFrame label={t('title')} className="quality-frame max-md:hidden">
      <table>
        <thead>
          <tr>
            <th scope="col" className="pinned">
              {t('columns.rater')}
            </th>
            {columns.map(({ monitor, axis }) => (
              <th key={monitor} scope="col" title={t(`signals.${monitor}.means`)}>
                {words.short(monitor)}
                <span className="block text-12 leading-4 font-normal text-ink-3">
                  {words.axisUnit(monitor)}
                </span>
                {axis ? <AxisLabels axis={axis} label={(tick) => words.tick(monitor, tick)} /> : null}
              </th>
            ))}
            <th scope="col" title={t('signals.drift.means')}>
              {words.short('drift')}
              <span className="block text-12 leading-4 font-normal text-ink-3">{t('columns.trace')}</span>
              <span className="block h-3" />
            </th>
          </tr>
        </thead>
        <tbody>
          {raters.map((quality) => (
            <tr key={quality.rater}>
              <th scope="row" className="pinned">
                <RaterName quality={quality} href={hrefOf(quality.rater)} />
              </th>
              {columns.map(({ monitor, axis }) => (
                <td key={monitor}>
                  <SignalCell axis={axis} signal={signalOf(quality.signals, monitor)} />
                </td>
              ))}
              <td>
                <TraceCell quality={quality} reach={reach} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
