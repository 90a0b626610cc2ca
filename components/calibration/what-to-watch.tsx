import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '@/lib/domain/in-locale'
import { neededInside, type PassMark } from '@/lib/domain/quality/calibration/pass-mark'
import type { FinishedAttempt } from '@/lib/domain/quality/views/calibration-view'

/** Biases smaller than this say nothing about a side. */
const CLEAR = 0.25

const sentences = { inside_band: 'missedInside', bias_high: 'missedHigh', bias_low: 'missedLow' } as const

/** What the rater may look out for: what kept the attempt from passing, and criteria that fell short by themselves. */
export function WhatToWatch({ result, mark }: { result: FinishedAttempt; mark: PassMark }) {
  const t = useTranslations('calibration.result')
  const locale = useLocale()
  const weak = result.byCriterion.filter(({ inside, cells }) => inside < neededInside(cells, mark))
  if (result.missed.length + weak.length === 0) return <p className="text-14">{t('watchNothing')}</p>
  return (
    <ul className="flex max-w-prose list-disc flex-col gap-1 pl-5 text-14">
      {result.missed.map((each) => (
        <li key={each}>{t(sentences[each])}</li>
      ))}
      {weak.map(({ criterionId, name, inside, cells, biasSteps }) => (
        <li key={criterionId}>
          {t('watchCriterion', {
            criterion: inLocale(name, locale),
            outside: cells - inside,
            cells,
            side: sideOf(biasSteps ?? 0),
          })}
        </li>
      ))}
    </ul>
  )
}

const sideOf = (bias: number) => (bias > CLEAR ? 'high' : bias < -CLEAR ? 'low' : 'even')
