import type { Axis } from '@/components/chart/axis'
import type { MonitorName } from '@/lib/domain/quality/monitors/monitor-name'
import type { RaterQuality } from '@/lib/domain/quality/views/rater-view'
import { signalAxis } from '@/components/quality/signals/signal-axis'
import { signalOf } from '@/components/quality/signals/signal-standing'

/** The signals of the table, in its order; drift stands beside its line. The others show once they are beyond. */
export const shownMonitors = [
  'severity',
  'inconsistency',
  'agreement',
  'gold_error',
  'repeat',
  'seconds',
  'run',
  'entropy',
  'halo',
] as const satisfies readonly MonitorName[]

export type RaterColumn = { monitor: MonitorName; axis: Axis | null }

/** One column per signal, with one axis for all raters of the study: filtering does not move it. */
export function raterColumns(raters: readonly RaterQuality[]): RaterColumn[] {
  return shownMonitors.map((monitor) => ({
    monitor,
    axis: signalAxis(raters.map(({ signals }) => signalOf(signals, monitor))),
  }))
}

/** Signals that are beyond their limits and have no column. */
export function hiddenBeyond({ signals }: RaterQuality): MonitorName[] {
  const inTable = new Set<MonitorName>([...shownMonitors, 'drift'])
  return signals.flatMap(({ monitor, beyond }) => (beyond && !inTable.has(monitor) ? [monitor] : []))
}
