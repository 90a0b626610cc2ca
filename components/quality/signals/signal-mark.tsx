import type { Axis } from '@/components/chart/axis'
import { percentAt } from '@/components/chart/percent'
import type { JudgedSignal } from '@/lib/domain/quality/views/rater-view'
import { neutralOf } from './signal-axis'
import { signalKinds } from './signal-standing'

/**
 * A figure with its interval on the axis of its column. What lies beyond the limits is shaded; a figure that is surely
 * there is a diamond, any other a dot. The digits beside it are what is read out.
 */
export function SignalMark({ axis, signal }: { axis: Axis; signal: JudgedSignal }) {
  const { value, interval, limits, monitor, beyond } = signal
  const kind = signalKinds[monitor]
  const neutral = neutralOf[kind]
  return (
    <svg width="100%" height="100%" aria-hidden className="overflow-visible">
      {limits?.low != null ? <Beyond from="0%" to={percentAt(axis, limits.low)} edge="to" /> : null}
      {limits?.high != null ? <Beyond from={percentAt(axis, limits.high)} to="100%" edge="from" /> : null}
      <line x1="0" x2="100%" y1="50%" y2="50%" className="stroke-grid" />
      {neutral === undefined ? null : (
        <line
          x1={percentAt(axis, neutral)}
          x2={percentAt(axis, neutral)}
          y1="0"
          y2="100%"
          className="stroke-line-strong"
        />
      )}
      {interval && kind !== 'count' ? <IntervalLine axis={axis} interval={interval} /> : null}
      {value === null ? null : (
        <svg x={percentAt(axis, value)} y="50%" className="overflow-visible">
          {beyond ? (
            <path d="M0-5 5 0 0 5-5 0Z" className="fill-ink" />
          ) : (
            <circle r="3" className="fill-ink" />
          )}
        </svg>
      )}
    </svg>
  )
}

function Beyond({ from, to, edge }: { from: string; to: string; edge: 'from' | 'to' }) {
  const x = edge === 'from' ? from : to
  return (
    <>
      <rect
        x={from}
        width={`${Number.parseFloat(to) - Number.parseFloat(from)}%`}
        height="100%"
        className="fill-well"
      />
      <line x1={x} x2={x} y1="0" y2="100%" strokeDasharray="2 2" className="stroke-control" />
    </>
  )
}

/** Where the interval goes on beyond the drawing, its end is an arrow. */
function IntervalLine({ axis, interval }: { axis: Axis; interval: { low: number; high: number } }) {
  const cut = { low: interval.low < axis.min, high: interval.high > axis.max }
  return (
    <>
      <line
        x1={percentAt(axis, interval.low)}
        x2={percentAt(axis, interval.high)}
        y1="50%"
        y2="50%"
        strokeWidth="3"
        className="stroke-interval"
      />
      {cut.low ? (
        <svg x="0%" y="50%" className="overflow-visible">
          <path d="M-1 0 5-4V4Z" className="fill-interval" />
        </svg>
      ) : null}
      {cut.high ? (
        <svg x="100%" y="50%" className="overflow-visible">
          <path d="M1 0-5-4V4Z" className="fill-interval" />
        </svg>
      ) : null}
    </>
  )
}
