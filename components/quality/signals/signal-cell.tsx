import { useTranslations } from 'next-intl'
import type { Axis } from '@/components/chart/axis'
import type { JudgedSignal } from '@/lib/domain/quality/views/rater-view'
import { BeyondFigure, MissingFigure } from './beyond-figure'
import { SignalMark } from './signal-mark'
import { useSignalWords } from './use-signal-words'

type Props = { axis: Axis | null; signal: JudgedSignal | null }

/** A small multiple: digits and n above, the figure with interval and limits on its column's axis below. */
export function SignalCell({ axis, signal }: Props) {
  const t = useTranslations('quality')
  const words = useSignalWords()
  if (signal === null) return <MissingFigure />
  const limits = signal.limits ? words.limits(signal.monitor, signal.limits) : t('limits.none')
  return (
    <div
      title={`${words.name(signal.monitor)}: ${words.interval(signal)}; ${t('fingerprint.limit')} ${limits}`}
    >
      <p className="flex items-baseline justify-between gap-2 leading-5">
        <BeyondFigure signal={signal} />
        <span className="text-12 whitespace-nowrap text-ink-3">
          <span className="sr-only">
            {words.interval(signal)}; {t('fingerprint.limit')} {limits};{' '}
          </span>
          {t('n', { n: signal.n })}
        </span>
      </p>
      <div className="h-3.5">{axis ? <SignalMark axis={axis} signal={signal} /> : null}</div>
    </div>
  )
}
