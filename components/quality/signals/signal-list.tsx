import { useTranslations } from 'next-intl'
import { AxisLabels } from '@/components/chart/axis-labels'
import type { JudgedSignal } from '@/lib/domain/quality/views/rater-view'
import { BeyondFigure } from './beyond-figure'
import { signalAxis } from './signal-axis'
import { SignalMark } from './signal-mark'
import { standingOf } from './signal-standing'
import { useSignalWords } from './use-signal-words'

/** Every signal of a rater, those beyond their limits first: figure, interval, n, limit, and what it means. */
export function SignalList({ signals }: { signals: JudgedSignal[] }) {
  const sorted = signals.toSorted((one, other) => Number(other.beyond) - Number(one.beyond))
  return (
    <ul className="border border-line bg-sheet">
      {sorted.map((signal) => (
        <SignalRow key={signal.monitor} signal={signal} />
      ))}
    </ul>
  )
}

function SignalRow({ signal }: { signal: JudgedSignal }) {
  const t = useTranslations('quality')
  const words = useSignalWords()
  const { monitor, limits } = signal
  const axis = signalAxis([signal])
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-line px-4 py-2.5 text-13 last:border-b-0 md:grid-cols-[176px_72px_minmax(160px,240px)_1fr]">
      <h3 className="text-13">
        {words.name(monitor)}{' '}
        <span className="text-12 font-normal text-ink-3 md:block">{words.axisUnit(monitor)}</span>
      </h3>
      <p className="text-14">
        <BeyondFigure signal={signal} />
      </p>
      <div className="px-2 pt-0.5 max-md:py-1">
        <div className="h-4">{axis ? <SignalMark axis={axis} signal={signal} /> : null}</div>
        {axis ? <AxisLabels axis={axis} label={(tick) => words.tick(monitor, tick)} /> : null}
      </div>
      <div>
        <dl className="flex flex-wrap gap-x-5 text-ink-2">
          <Fact name={t('fingerprint.interval')} value={words.interval(signal)} />
          <Fact name={t('fingerprint.n')} value={words.n(signal)} />
          <Fact
            name={t('fingerprint.limit')}
            value={limits ? words.limits(monitor, limits) : t('limits.none')}
          />
        </dl>
        <p>
          <span className="font-medium">{t(`standing.${standingOf(signal)}`)}</span>{' '}
          <span className="text-ink-2">{t(`signals.${monitor}.means`)}</span>
        </p>
      </div>
    </li>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-ink-3">{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
