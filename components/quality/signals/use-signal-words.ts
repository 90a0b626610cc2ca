import { useFormatter, useTranslations } from 'next-intl'
import type { Limits } from '@/lib/domain/quality/monitors/limits'
import type { MonitorName } from '@/lib/domain/quality/monitors/monitor-name'
import type { JudgedSignal } from '@/lib/domain/quality/views/rater-view'
import { signalKinds, unitsOf } from './signal-standing'

/** How figures of signals are written. */
export function useSignalWords() {
  const t = useTranslations('quality')
  const format = useFormatter()

  function figure(monitor: MonitorName, value: number): string {
    const kind = signalKinds[monitor]
    if (kind === 'share')
      return format.number(value, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'negative' })
    if (kind === 'count') return format.number(value, { maximumFractionDigits: 0 })
    // No sign before a zero that was rounded from below.
    const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'negative' } as const
    if (kind === 'signed') return format.number(value, { ...digits, signDisplay: 'exceptZero' })
    return kind === 'times' ? `${format.number(value, digits)}×` : format.number(value, digits)
  }

  /** A value of an axis: no more digits than it has, and in the unit that stands above it. */
  function tick(monitor: MonitorName, value: number): string {
    const shown = signalKinds[monitor] === 'share' ? 100 * value : value
    return format.number(shown, { maximumFractionDigits: 2 })
  }

  function limits(monitor: MonitorName, { low, high }: Limits): string {
    const say = (value: number) => figure(monitor, value)
    if (low !== null && high !== null) return t('limits.between', { low: say(low), high: say(high) })
    if (low !== null) return t('limits.atLeast', { low: say(low) })
    return high === null ? t('limits.none') : t('limits.atMost', { high: say(high) })
  }

  function interval({ monitor, interval: ends }: JudgedSignal): string {
    if (ends === null) return t('noInterval')
    if (signalKinds[monitor] === 'count') return t('counted')
    return t('interval', { low: figure(monitor, ends.low), high: figure(monitor, ends.high) })
  }

  return {
    name: (monitor: MonitorName) => t(`signals.${monitor}.name`),
    short: (monitor: MonitorName) => t(`signals.${monitor}.short`),
    unit: (monitor: MonitorName) => t(`signals.${monitor}.unit`),
    /** Over an axis, whose values stand without the sign that digits have. */
    axisUnit: (monitor: MonitorName) => {
      const kind = signalKinds[monitor]
      const sign = kind === 'share' ? '% ' : kind === 'times' ? '× ' : ''
      return sign + t(`signals.${monitor}.unit`)
    },
    n: ({ monitor, n }: JudgedSignal) => t(`ns.${unitsOf(monitor)}`, { n }),
    figure,
    tick,
    limits,
    interval,
  }
}
