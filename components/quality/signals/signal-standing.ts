import { beyondSide } from '@/lib/domain/quality/monitors/beyond-side'
import { isFromChecks, type MonitorName } from '@/lib/domain/quality/monitors/monitor-name'
import type { JudgedSignal } from '@/lib/domain/quality/views/rater-view'

/** Where a figure stands against its limits, as a reader wants to know it. */
export type Standing =
  /** No figure yet. */
  | 'missing'
  /** A figure, but no limit to hold it against. */
  | 'none'
  /** A figure without an interval. */
  | 'early'
  | 'within'
  /** Outside, but its interval is not: chance can do that. */
  | 'open'
  | 'high'
  | 'low'

export function standingOf(signal: JudgedSignal): Standing {
  const { value, interval, limits } = signal
  if (value === null) return 'missing'
  if (limits === null) return 'none'
  const side = beyondSide(signal)
  if (side) return side
  if (interval === null) return 'early'
  const isOutside =
    (limits.low !== null && value < limits.low) || (limits.high !== null && value > limits.high)
  return isOutside ? 'open' : 'within'
}

/** What kind of number a signal is: how it is written, and where its axis begins. */
export type SignalKind = 'signed' | 'grades' | 'correlation' | 'share' | 'times' | 'count' | 'bits'

export const signalKinds: Record<MonitorName, SignalKind> = {
  severity: 'signed',
  inconsistency: 'grades',
  agreement: 'correlation',
  drift: 'signed',
  seconds: 'times',
  run: 'count',
  entropy: 'bits',
  pattern: 'share',
  neighbour: 'share',
  halo: 'correlation',
  gold_error: 'share',
  gold_bias: 'signed',
  repeat: 'share',
}

/** What the n of a signal counts. */
export function unitsOf(monitor: MonitorName): 'tasks' | 'cells' | 'checks' {
  if (monitor === 'run') return 'cells'
  return isFromChecks(monitor) ? 'checks' : 'tasks'
}

export function signalOf(signals: readonly JudgedSignal[], monitor: MonitorName): JudgedSignal | null {
  return signals.find((signal) => signal.monitor === monitor) ?? null
}
