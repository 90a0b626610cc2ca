import type { Axis } from './axis'
import { percentAt } from './percent'

type Props = { axis: Axis; label: (tick: number) => string }

/** The values of the lines below or above, in small figures. */
export function AxisLabels({ axis, label }: Props) {
  return (
    <svg width="100%" height="12" aria-hidden className="overflow-visible font-normal">
      {axis.ticks.map((tick) => (
        <text
          key={tick}
          x={percentAt(axis, tick)}
          y="10"
          textAnchor="middle"
          fontSize="11"
          className="fill-ink-3"
        >
          {label(tick)}
        </text>
      ))}
    </svg>
  )
}
