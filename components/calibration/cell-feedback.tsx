import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import { inLocale } from '@/lib/domain/in-locale'
import type { TaskFeedback } from '@/lib/domain/quality/views/calibration-view'
import type { Criterion } from '@/lib/domain/study/rubric'
import { BandScale } from './band-scale'

type Cell = TaskFeedback['cells'][number]

/** One cell: own score, agreed score and band on one scale, the experts' reason, and why the difference matters. */
export function CellFeedback({ cell, criterion }: { cell: Cell; criterion: Criterion }) {
  const t = useTranslations('calibration.feedback')
  const locale = useLocale()
  const { score, agreed, band, reason, inside } = cell
  const name = inLocale(criterion.name, locale)
  const said = { criterion: name, agreed, low: band.low, high: band.high }
  return (
    <li className="border-t border-line px-4 py-3 text-13">
      <h4 className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-semibold">{name}</span>
        <span className="flex items-baseline gap-2 font-normal">
          <Difference cell={cell} />
          <Tag tone={inside ? 'plain' : 'notice'}>{t(inside ? 'inside' : 'outside')}</Tag>
        </span>
      </h4>
      <p className="sr-only">{score === null ? t('scaleNone', said) : t('scale', { ...said, own: score })}</p>
      <div className="mt-1">
        <BandScale scale={criterion.scale} own={score} agreed={agreed} band={band} />
      </div>
      <p className="mt-1">
        <span className="text-ink-3">{t('why')}</span> {inLocale(reason, locale)}
      </p>
      <p className="mt-1 text-ink-2">
        <span className="text-ink-3">{t('matters')}</span> {t(meaningOf(cell))}
      </p>
      {score === null || score === agreed ? null : (
        <LevelMeanings criterion={criterion} values={[score, agreed]} />
      )}
    </li>
  )
}

function Difference({ cell }: { cell: Cell }) {
  const t = useTranslations('calibration.feedback')
  const format = useFormatter()
  const { differenceSteps: steps, score, agreed } = cell
  if (steps === null || score === null) return <span className="text-ink-2">{t('notJudged')}</span>
  const text =
    steps === 0
      ? t('exact')
      : t('steps', {
          steps: format.number(steps, { signDisplay: 'exceptZero', maximumFractionDigits: 1 }),
          count: Math.abs(steps),
        })
  return (
    <span className="text-ink-2">
      <span aria-hidden>
        {t('you')} {score} · {t('agreed')} {agreed} ·{' '}
      </span>
      {text}
    </span>
  )
}

/** Which sentence says why it matters. */
function meaningOf({ score, agreed, inside }: Cell) {
  if (score === null) return 'mattersNone'
  if (score === agreed) return 'mattersSame'
  if (inside) return 'mattersInside'
  return score > agreed ? 'mattersHigh' : 'mattersLow'
}

/** What the rubric says of the level given and of the level agreed. */
function LevelMeanings({ criterion, values }: { criterion: Criterion; values: number[] }) {
  const t = useTranslations('calibration.feedback')
  const locale = useLocale()
  const levels = values.flatMap(
    (value) => criterion.scale.levels.find((level) => level.value === value) ?? [],
  )
  const described = levels.filter(({ label, description }) => label ?? description)
  if (described.length === 0) return null
  return (
    <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-2 text-12 text-ink-2">
      {described.map(({ value, label, description }) => (
        <div key={value} className="contents">
          <dt className="whitespace-nowrap text-ink-3">{t('ownLevel', { value })}</dt>
          <dd>
            {[label, description].flatMap((text) => (text ? [inLocale(text, locale)] : [])).join(' — ')}
          </dd>
        </div>
      ))}
    </dl>
  )
}
