import { useTranslations } from 'next-intl'
import type { MonitorName } from '@/lib/domain/quality/monitors/monitor-name'
import type { JudgedSignal, OwnCheckSignal } from '@/lib/domain/quality/views/rater-view'
import { MissingFigure } from '@/components/quality/signals/beyond-figure'
import { signalAxis } from '@/components/quality/signals/signal-axis'
import { SignalMark } from '@/components/quality/signals/signal-mark'
import { standingOf } from '@/components/quality/signals/signal-standing'
import { useSignalWords } from '@/components/quality/signals/use-signal-words'

/** Figures in words for the person they are about. */
export function OwnSignals({ signals, checks = [] }: { signals: JudgedSignal[]; checks?: OwnCheckSignal[] }) {
  return (
    <ul className="border border-line bg-sheet">
      {signals.map((signal) => (
        <OwnSignal key={signal.monitor} signal={signal} />
      ))}
      {checks.map(({ monitor, standing }) => (
        <li key={monitor} className="border-b border-line px-4 py-3 last:border-b-0">
          <InWords monitor={monitor} side={standing === 'quiet' ? null : standing} isOpen={false} />
        </li>
      ))}
    </ul>
  )
}

function OwnSignal({ signal }: { signal: JudgedSignal }) {
  const t = useTranslations('quality')
  const words = useSignalWords()
  const { monitor, value, interval, limits } = signal
  const standing = standingOf(signal)
  const axis = signalAxis([signal])
  const side = standing === 'high' || standing === 'low' ? standing : null
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-line px-4 py-3 last:border-b-0 sm:grid-cols-[1fr_208px]">
      <InWords monitor={monitor} side={side} isOpen={standing === 'open'} />
      <div className="text-12 text-ink-3">
        <p>
          <span className="text-16 leading-6 font-medium text-ink">
            {value === null ? <MissingFigure /> : words.figure(monitor, value)}
          </span>{' '}
          {words.unit(monitor)}
        </p>
        <div className="my-1 h-4 px-1">{axis ? <SignalMark axis={axis} signal={signal} /> : null}</div>
        {interval && monitor !== 'run' ? (
          <p>
            {t('sheet.sure', {
              low: words.figure(monitor, interval.low),
              high: words.figure(monitor, interval.high),
              n: words.n(signal),
            })}
          </p>
        ) : null}
        {limits ? <p>{t('sheet.usual', { limits: words.limits(monitor, limits) })}</p> : null}
      </div>
    </li>
  )
}

type Said = { monitor: MonitorName; side: 'high' | 'low' | null; isOpen: boolean }

function InWords({ monitor, side, isOpen }: Said) {
  const t = useTranslations('quality')
  return (
    <div className="min-w-0">
      <h3 className="text-14">{t(`signals.${monitor}.own.title`)}</h3>
      <p className="text-13 text-ink-2">{t(`signals.${monitor}.own.means`)}</p>
      <p className="mt-1 text-14">
        {side
          ? t(`signals.${monitor}.own.apart`, { side })
          : t(isOpen ? 'sheet.openText' : `signals.${monitor}.own.fine`)}
      </p>
      {side ? (
        <p className="mt-1 border-l-2 border-accent-line pl-3 text-13">
          <span className="font-medium text-accent">{t('sheet.advice')}</span>{' '}
          {t(`signals.${monitor}.own.advice`, { side })}
        </p>
      ) : null}
    </div>
  )
}
