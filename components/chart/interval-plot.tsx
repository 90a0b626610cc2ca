import type { ReactNode } from 'react'
import type { Axis } from './axis'
import { AxisLabels } from './axis-labels'
import { IntervalMark, type Estimate } from './interval-mark'

export type PlotRow = {
  id: string
  name: ReactNode
  estimate: Estimate | null
  hollow: boolean
  value: string
}

type Props = { axis: Axis; rows: PlotRow[]; tickLabel: (tick: number) => string; label: string }

/** Estimates with their intervals under one another on one axis; fits any width. */
export function IntervalPlot({ axis, rows, tickLabel, label }: Props) {
  return (
    <figure aria-label={label} className="border border-line bg-sheet px-4 pt-3 pb-2">
      <ol>
        {rows.map((row) => (
          <li key={row.id} className="grid h-7 grid-cols-[minmax(88px,24%)_1fr] items-center gap-4 text-13">
            <span className="truncate text-right">
              {row.name}
              <span className="sr-only"> {row.value}</span>
            </span>
            <span className="h-7">
              <IntervalMark axis={axis} estimate={row.estimate} hollow={row.hollow} size="plot" />
            </span>
          </li>
        ))}
      </ol>
      <div className="grid grid-cols-[minmax(88px,24%)_1fr] gap-4">
        <span />
        <AxisLabels axis={axis} label={tickLabel} />
      </div>
    </figure>
  )
}
