import { scaleValues, type ScaleShape } from '@/lib/domain/study/scale'

type Props = {
  scale: ScaleShape
  own: number | null
  agreed: number
  band: { low: number; high: number }
}

/** Beyond so many values only the ends and what is marked are named. */
const NAMED = 11

/** Own score, agreed score and band on one scale: band a bar, agreed a ring, own a dot. The text beside says the same. */
export function BandScale({ scale, own, agreed, band }: Props) {
  const x = (value: number) => `${4 + (92 * (value - scale.min)) / (scale.max - scale.min)}%`
  const values = scaleValues(scale)
  const named = values.length <= NAMED ? values : [scale.min, scale.max]
  return (
    <svg width="100%" height="40" aria-hidden className="overflow-visible">
      <line x1={x(scale.min)} x2={x(scale.max)} y1="14" y2="14" className="stroke-line-strong" />
      {named.map((value) => (
        <g key={value}>
          <line x1={x(value)} x2={x(value)} y1="10" y2="18" className="stroke-line-strong" />
          <text
            x={x(value)}
            y="36"
            textAnchor="middle"
            fontSize="12"
            className={value === own || value === agreed ? 'fill-ink font-semibold' : 'fill-ink-3'}
          >
            {value}
          </text>
        </g>
      ))}
      <line
        x1={x(band.low)}
        x2={x(band.high)}
        y1="14"
        y2="14"
        strokeWidth="12"
        strokeLinecap="round"
        className="stroke-level-2"
      />
      <circle cx={x(agreed)} cy="14" r="6.5" strokeWidth="2" className="fill-sheet stroke-ink" />
      {own === null ? null : <circle cx={x(own)} cy="14" r="4" className="fill-ink" />}
    </svg>
  )
}
