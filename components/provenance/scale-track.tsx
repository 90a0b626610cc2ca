import type { ReactNode } from 'react'
import { scaleValues, type ScaleShape } from '@/lib/domain/study/scale'

/** Where a value lies between the ends of its scale. */
export function placeOn(value: number, { min, max }: ScaleShape): string {
  return `${((value - min) / (max - min)) * 100}%`
}

type Props = {
  scale: ScaleShape
  /** Values that lie together, as a band. */
  band?: [low: number, high: number] | null
  /** The value that all of this comes to, as a line through the row. */
  value?: number | null
  children?: ReactNode
}

/** One row of the chain: the levels as hairlines, what agrees as a band, the value as a line from row to row. */
export function ScaleTrack({ scale, band = null, value = null, children }: Props) {
  return (
    <div className="relative mx-3 h-full min-h-9" aria-hidden>
      {band ? (
        <span
          className="absolute inset-y-0 bg-well"
          style={{
            left: `calc(${placeOn(band[0], scale)} - 9px)`,
            right: `calc(100% - ${placeOn(band[1], scale)} - 9px)`,
          }}
        />
      ) : null}
      {levelsOf(scale).map((level) => (
        <span
          key={level}
          className="absolute inset-y-0 border-l border-grid"
          style={{ left: placeOn(level, scale) }}
        />
      ))}
      {value === null ? null : (
        <span
          className="absolute inset-y-0 -ml-px border-l-2 border-ink"
          style={{ left: placeOn(value, scale) }}
        />
      )}
      {children}
    </div>
  )
}

type MarkProps = { at: number; scale: ScaleShape; shape: 'counts' | 'out' | 'decision' | 'past' }

const shapes = {
  counts: 'rounded-full border-2 border-ink bg-ink',
  out: 'rounded-full border-2 border-ink-3 bg-sheet',
  decision: 'rotate-45 border-2 border-ink bg-ink',
  past: 'rotate-45 border-2 border-ink-3 bg-sheet',
}

/** One value on the track: full where it counts, hollow where it stays on record; people's decisions are lozenges. */
export function TrackMark({ at, scale, shape }: MarkProps) {
  return (
    <span
      className={`absolute top-1/2 -mt-[6px] -ml-[6px] size-3 ${shapes[shape]}`}
      style={{ left: placeOn(at, scale) }}
    />
  )
}

/** Every level of a short scale; of a long one (marks out of 60) as many as can be told apart. */
export function levelsOf(scale: ScaleShape): number[] {
  const values = scaleValues(scale)
  const every = Math.ceil(values.length / 11)
  return values.filter((_, place) => place % every === 0)
}
