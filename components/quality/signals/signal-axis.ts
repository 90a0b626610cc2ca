import { scaleLog } from '@visx/scale'
import { fittedAxis, type Axis } from '@/components/chart/axis'
import type { JudgedSignal } from '@/lib/domain/quality/views/rater-view'
import { signalKinds, type SignalKind } from './signal-standing'

/** Values that an axis of this kind always shows. */
const anchors: Record<SignalKind, number[]> = {
  signed: [-0.5, 0, 0.5],
  grades: [0],
  correlation: [0, 1],
  share: [0, 1],
  times: [0, 1],
  count: [1],
  bits: [0],
}

/** The value that means "like everybody", where there is one: a quiet line. */
export const neutralOf: Partial<Record<SignalKind, number>> = { signed: 0, times: 1 }

/**
 * One axis for all raters of a column. It is fitted to figures and limits; of intervals it takes what lies within half
 * of that span beyond, so that one wide interval does not flatten all others.
 */
export function signalAxis(signals: readonly (JudgedSignal | null)[]): Axis | null {
  const known = signals.filter((signal) => signal !== null)
  const [first] = known
  if (first === undefined) return null
  const kind = signalKinds[first.monitor]
  const core = [
    ...anchors[kind],
    ...known.flatMap(({ value, limits }) =>
      [value, limits?.low ?? null, limits?.high ?? null].filter((each) => each !== null),
    ),
  ]
  const [low, high] = [Math.min(...core), Math.max(...core)]
  if (kind === 'count') return countAxis(high)
  const room = (high - low) / 2
  const ends = known.flatMap(({ interval }) =>
    interval ? [Math.max(interval.low, low - room), Math.min(interval.high, high + room)] : [],
  )
  return fittedAxis([...core, ...(kind === 'share' ? [] : ends)], 3)
}

/** Counts reach from a few to thousands: by orders of magnitude, so that one large count does not flatten the others. */
function countAxis(high: number): Axis {
  const max = Math.max(10, high) * 1.2
  const at = scaleLog<number>({ domain: [1, max], range: [0, 1], clamp: true })
  return {
    min: 1,
    max,
    ticks: [1, 10, 100, 1000, 10_000].filter((tick) => tick <= max),
    at: (value) => at(Math.max(1, value)),
  }
}
