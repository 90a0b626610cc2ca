import { useFormatter, useTranslations } from 'next-intl'
import type { HonestOutlook } from '@/lib/domain/quality/spot-check/honest-outlook'
import type { LotPlan } from '@/lib/domain/quality/spot-check/lot-plan'
import type { CurvePoint } from '@/lib/domain/quality/spot-check/plan-curve'

type Props = { plan: LotPlan; curve: CurvePoint[]; outlook: HonestOutlook }

const [width, height] = [280, 150]
const frame = { left: 36, right: 272, top: 8, bottom: 124 }

/** How likely a lot passes, by the share of it that is in error: the limit, and where honest disagreement lies. */
export function OperatingCurve({ plan, curve, outlook }: Props) {
  const t = useTranslations('inspect.curve')
  const format = useFormatter()
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  const most = Math.max(plan.maxError, ...curve.map(({ errorRate }) => errorRate))
  const x = (rate: number) => frame.left + (frame.right - frame.left) * Math.min(1, Math.max(0, rate / most))
  const y = (passes: number) => frame.bottom - (frame.bottom - frame.top) * passes
  const path = stairs(curve).map(([rate, passes]) => `${x(rate).toFixed(1)},${y(passes).toFixed(1)}`)
  const { difference, passes } = outlook
  const ticks = [0, plan.maxError, 2 * plan.maxError, 3 * plan.maxError].filter((tick) => tick <= most + 1e-9)
  return (
    <figure>
      <svg
        role="img"
        aria-label={t('label', { limit: percent(plan.maxError), risk: percent(plan.limitRisk) })}
        viewBox={`0 0 ${width} ${height}`}
        className="block w-full"
        fontSize="11"
      >
        {[0, 0.5, 1].map((tick) => (
          <g key={tick}>
            <line x1={frame.left} x2={frame.right} y1={y(tick)} y2={y(tick)} className="stroke-grid" />
            <text x={frame.left - 6} y={y(tick) + 4} textAnchor="end" className="fill-ink-3">
              {percent(tick)}
            </text>
          </g>
        ))}
        {ticks.map((tick) => (
          <text key={tick} x={x(tick)} y={frame.bottom + 15} textAnchor="middle" className="fill-ink-3">
            {percent(tick)}
          </text>
        ))}
        {difference.rate === null ? null : (
          <rect
            x={x(difference.low)}
            width={Math.max(1, x(difference.high) - x(difference.low))}
            y={frame.top}
            height={frame.bottom - frame.top}
            className="fill-well"
          />
        )}
        <Upright at={x(plan.maxError)} className="stroke-ink-3" />
        {difference.rate === null ? null : (
          <Upright at={x(difference.rate)} className="stroke-ink-3 [stroke-dasharray:3_3]" />
        )}
        <polyline points={path.join(' ')} className="fill-none stroke-ink [stroke-width:1.75]" />
        <circle cx={x(plan.maxError)} cy={y(plan.limitRisk)} r="4" className="fill-ink" />
        {difference.rate === null || passes === null ? null : (
          <circle
            cx={x(difference.rate)}
            cy={y(passes)}
            r="4"
            className="fill-sheet stroke-ink [stroke-width:1.75]"
          />
        )}
      </svg>
      <figcaption className="mt-1 text-12 text-ink-3">{t('axes')}</figcaption>
      <dl className="mt-2 grid grid-cols-[12px_1fr] gap-x-2 gap-y-1.5 text-13 text-ink-2">
        <dt aria-hidden className="mt-1.5 size-2 rounded-full bg-ink" />
        <dd>
          {t(plan.limitRisk === 0 ? 'atLimitNever' : 'atLimit', {
            limit: percent(plan.maxError),
            risk: percent(plan.limitRisk),
          })}
        </dd>
        {difference.rate === null || passes === null ? (
          <dd className="col-span-2 text-ink-3">{t('noPairs')}</dd>
        ) : (
          <>
            <dt aria-hidden className="mt-1.5 size-2 rounded-full border-[1.5px] border-ink" />
            <dd>
              {t('honest', {
                rate: percent(difference.rate),
                low: percent(difference.low),
                high: percent(difference.high),
                passes: percent(passes),
              })}
            </dd>
          </>
        )}
      </dl>
    </figure>
  )
}

/** A lot has whole errors: up to the next whole number it is judged as that one. */
function stairs(curve: CurvePoint[]): [rate: number, passes: number][] {
  return curve.flatMap(({ errorRate, passes }, index): [number, number][] => {
    const before = curve[index - 1]
    return before
      ? [
          [before.errorRate, passes],
          [errorRate, passes],
        ]
      : [[errorRate, passes]]
  })
}

function Upright({ at, className }: { at: number; className: string }) {
  return <line x1={at} x2={at} y1={frame.top} y2={frame.bottom} className={className} />
}
