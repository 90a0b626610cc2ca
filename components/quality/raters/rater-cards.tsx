import { useTranslations } from 'next-intl'
import type { RaterListProps } from './rater-multiples'
import { RaterName } from './rater-name'
import { SignalCell } from '@/components/quality/signals/signal-cell'
import { signalOf } from '@/components/quality/signals/signal-standing'
import { TraceCell } from '@/components/quality/signals/trace-cell'
import { useSignalWords } from '@/components/quality/signals/use-signal-words'

/** The table's content for one hand: a card each, the same figures on the same axes. */
export function RaterCards({ raters, columns, reach, hrefOf }: RaterListProps) {
  const t = useTranslations('quality')
  const words = useSignalWords()
  const head = (text: string, unit: string) => (
    <dt className="text-12 text-ink-2">
      {text} <span className="text-ink-3">{unit}</span>
    </dt>
  )
  return (
    <ul aria-label={t('title')} className="border border-line bg-sheet md:hidden">
      {raters.map((quality) => (
        <li key={quality.rater} className="relative border-b border-line px-4 py-3 last:border-b-0">
          <h2 className="text-13">
            <RaterName quality={quality} href={hrefOf(quality.rater)} />
          </h2>
          <dl className="mt-2 grid grid-cols-2 gap-x-6 gap-y-3 text-13">
            {columns.map(({ monitor, axis }) => (
              <div key={monitor}>
                {head(words.short(monitor), words.axisUnit(monitor))}
                <dd>
                  <SignalCell axis={axis} signal={signalOf(quality.signals, monitor)} />
                </dd>
              </div>
            ))}
            <div>
              {head(words.short('drift'), t('columns.trace'))}
              <dd>
                <TraceCell quality={quality} reach={reach} />
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  )
}
