import type { Axis } from './axis'
import { percentAt } from './percent'

export type Estimate = { score: number; low: number | null; high: number | null }

type Props = { axis: Axis; estimate: Estimate | null; hollow?: boolean; size?: 'cell' | 'plot' }

const sizes = { cell: { dot: 2.5, line: 3 }, plot: { dot: 4, line: 4 } }

/** One estimate with its interval on the axis of its column. The digits beside it are what is read out. */
export function IntervalMark({ axis, estimate, hollow = false, size = 'cell' }: Props) {
  const { dot, line } = sizes[size]
  return (
    <svg width="100%" height="100%" aria-hidden className="overflow-visible">
      {axis.ticks.map((tick) => (
        <line
          key={tick}
          x1={percentAt(axis, tick)}
          x2={percentAt(axis, tick)}
          y1="0"
          y2="100%"
          className="stroke-grid"
        />
      ))}
      {estimate ? (
        <>
          {estimate.low !== null && estimate.high !== null ? (
            <line
              x1={percentAt(axis, estimate.low)}
              x2={percentAt(axis, estimate.high)}
              y1="50%"
              y2="50%"
              strokeWidth={line}
              className="stroke-interval"
            />
          ) : null}
          <circle
            cx={percentAt(axis, estimate.score)}
            cy="50%"
            r={dot}
            className={hollow ? 'fill-sheet stroke-ink [stroke-width:1.5]' : 'fill-ink'}
          />
        </>
      ) : null}
    </svg>
  )
}
