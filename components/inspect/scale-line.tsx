import { inLocale, type Locale } from '@/lib/domain/in-locale'
import type { Criterion } from '@/lib/domain/study/rubric'
import { scaleValues, type ScaleShape } from '@/lib/domain/study/scale'

/** `own`: what the person at the desk said; `agreed`: a median that may lie between levels. */
export type ScaleMark = { value: number; mark: 'own' | 'rating' | 'extra' | 'agreed' }

type Props = {
  scale: ScaleShape & { levels?: Criterion['scale']['levels'] }
  marks: ScaleMark[]
  /** What is read out instead of the drawing. */
  label: string
  /** Accepted scores, both ends included. */
  band?: { low: number; high: number } | undefined
  /** Draws the way between two scores. */
  span?: { from: number; to: number } | undefined
  locale: Locale
}

const dot = 4.5
const line = 34
const mostTicks = 13

/** Scores of several people on one scale: everybody's above the line, one dot each; the own one on it. */
export function ScaleLine({ scale, marks, label, band, span, locale }: Props) {
  const at = (value: number) => 5 + (90 * (value - scale.min)) / (scale.max - scale.min)
  const x = (value: number) => `${at(value).toFixed(2)}%`
  const values = scaleValues(scale)
  const ticks = values.length > mostTicks ? [scale.min, scale.max] : values
  const half = values.length > mostTicks ? 0 : 45 / (values.length - 1)
  const edge = (value: number, by: number) => Math.min(100, Math.max(0, at(value) + by))
  return (
    <svg role="img" aria-label={label} width="100%" height="56" className="block overflow-visible">
      {band ? (
        <rect
          x={`${edge(band.low, -half)}%`}
          width={`${edge(band.high, half) - edge(band.low, -half)}%`}
          y="4"
          height={line}
          rx="2"
          className="fill-well stroke-line-strong"
        />
      ) : null}
      <line x1="1%" x2="99%" y1={line} y2={line} className="stroke-line-strong" />
      {ticks.map((value) => (
        <g key={value}>
          <line x1={x(value)} x2={x(value)} y1={line - 3} y2={line + 3} className="stroke-line-strong" />
          <text x={x(value)} y={line + 18} textAnchor="middle" fontSize="12" className="fill-ink-3">
            {value}
            <title>{levelName(scale, value, locale)}</title>
          </text>
        </g>
      ))}
      {span && span.from !== span.to ? (
        <line
          x1={x(span.from)}
          x2={x(span.to)}
          y1={line}
          y2={line}
          strokeWidth="3"
          className="stroke-interval"
        />
      ) : null}
      {marks.map((each, index) => (
        <Mark key={index} mark={each} x={x(each.value)} above={placeOf(marks, index)} />
      ))}
    </svg>
  )
}

function Mark({ mark: { mark }, x, above }: { mark: ScaleMark; x: string; above: number }) {
  if (mark === 'own')
    return (
      <svg x={x} y={line} className="overflow-visible">
        <rect x="-5.5" y="-5.5" width="11" height="11" className="fill-ink stroke-sheet" />
      </svg>
    )
  if (mark === 'agreed')
    return (
      <svg x={x} y={line} className="overflow-visible">
        <path d="M0 -6 L6 0 L0 6 L-6 0 Z" className="fill-sheet stroke-ink [stroke-width:1.5]" />
      </svg>
    )
  return (
    <circle
      cx={x}
      cy={line - 11 - above * (2 * dot + 1)}
      r={dot}
      className={mark === 'extra' ? 'fill-sheet stroke-ink-2 [stroke-width:1.5]' : 'fill-ink-2 stroke-ink-2'}
    />
  )
}

/** How many dots of the same value stand below this one. */
function placeOf(marks: ScaleMark[], index: number): number {
  const value = marks[index]?.value
  return marks
    .slice(0, index)
    .filter((each) => each.value === value && each.mark !== 'own' && each.mark !== 'agreed').length
}

function levelName(scale: Props['scale'], value: number, locale: Locale): string | undefined {
  const label = scale.levels?.find((level) => level.value === value)?.label
  return label === undefined ? undefined : inLocale(label, locale)
}
