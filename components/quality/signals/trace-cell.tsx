import { useTranslations } from 'next-intl'
import type { RaterQuality } from '@/lib/domain/quality/views/rater-view'
import { BeyondFigure } from './beyond-figure'
import { signalOf } from './signal-standing'
import { TraceLine } from './trace-line'
import { useSignalWords } from './use-signal-words'

/** The drift and its line along the work. */
export function TraceCell({ quality, reach }: { quality: RaterQuality; reach: number }) {
  const t = useTranslations('quality')
  const { figure } = useSignalWords()
  const { rater, trace, signals } = quality
  const drift = signalOf(signals, 'drift')
  const points = trace.filter((point) => point !== null)
  const [first, last] = [points[0], points.at(-1)]
  return (
    <div className="min-w-24">
      {drift ? (
        <p className="flex items-baseline justify-between gap-2 leading-5">
          <BeyondFigure signal={drift} />
          <span className="text-12 whitespace-nowrap text-ink-3">{t('n', { n: drift.n })}</span>
        </p>
      ) : null}
      {first === undefined || last === undefined ? (
        <p className="text-12 leading-3.5 text-ink-3">{t('noTrace')}</p>
      ) : (
        <div className="h-4.5">
          <span className="sr-only">
            {t('trace', { rater, first: figure('drift', first), last: figure('drift', last) })}
          </span>
          <TraceLine trace={trace} reach={reach} />
        </div>
      )}
    </div>
  )
}
