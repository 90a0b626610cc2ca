import { useState } from 'react'
import { useLocale, useTranslations } from 'next-intl'
import { labelOf } from '@/components/rating/scoring/level-buttons'
import { inLocale } from '@/lib/domain/in-locale'
import type { Criterion } from '@/lib/domain/study/rubric'
import { isOnScale, scaleValues, type ScaleShape } from '@/lib/domain/study/scale'

type Props = { criterion: Criterion; scores: number[]; onScores: (scores: number[]) => void }

/** Whether a single digit can only mean one level. */
export function hasDigits({ min, max, step }: ScaleShape): boolean {
  return step === 1 && min >= 0 && max <= 9
}

/** One score per expert: a level adds one more, a press on a score takes it away. */
export function ExpertScores({ criterion, scores, onScores }: Props) {
  const t = useTranslations('inspect.anchors')
  const locale = useLocale()
  const values = scaleValues(criterion.scale)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {values.length <= 11 ? (
        <div
          role="group"
          aria-label={t('addScore', { name: inLocale(criterion.name, locale) })}
          className="flex overflow-hidden rounded border border-line-strong bg-sheet"
        >
          {values.map((value) => (
            <button
              key={value}
              type="button"
              title={labelOf(criterion, value, locale)}
              onClick={() => onScores([...scores, value])}
              className="h-7 min-w-7 px-1 text-13 text-ink-2 outline-offset-[-2px] not-first:border-l not-first:border-line hover:bg-well max-[720px]:h-10 max-[720px]:min-w-10"
            >
              {value}
            </button>
          ))}
        </div>
      ) : (
        <TypedScore criterion={criterion} onScore={(value) => onScores([...scores, value])} />
      )}
      <ul className="flex flex-wrap gap-1">
        {scores.map((value, index) => (
          <li key={index}>
            <button
              type="button"
              aria-label={t('takeAway', { n: index + 1, value })}
              title={t('takeAway', { n: index + 1, value })}
              onClick={() => onScores(scores.filter((_, place) => place !== index))}
              className="inline-flex h-7 items-center gap-1 rounded border border-ink bg-ink px-2 text-13 font-semibold text-sheet hover:opacity-80"
            >
              {value} <span aria-hidden>×</span>
            </button>
          </li>
        ))}
        {scores.length < 2 ? (
          <li className="flex h-7 items-center text-12 text-ink-3">
            {t('scoresLeft', { left: 2 - scores.length })}
          </li>
        ) : null}
      </ul>
    </div>
  )
}

function TypedScore({ criterion, onScore }: { criterion: Criterion; onScore: (value: number) => void }) {
  const t = useTranslations('inspect.anchors')
  const locale = useLocale()
  const [text, setText] = useState('')
  const { min, max, step } = criterion.scale
  const value = Number(text)
  return (
    <input
      type="number"
      min={min}
      max={max}
      step={step}
      value={text}
      aria-label={t('addScore', { name: inLocale(criterion.name, locale) })}
      placeholder={`${min}–${max}`}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || text === '' || !isOnScale(value, criterion.scale)) return
        event.preventDefault()
        onScore(value)
        setText('')
      }}
      className="h-8 w-24 rounded border border-control bg-sheet px-2 text-13"
    />
  )
}
