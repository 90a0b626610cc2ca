'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Act } from '@/components/study/act'
import { useRefusal } from '@/components/study/use-refusal'
import { unreachable } from '@/components/quality/unreachable'
import type { ExclusionOutlook } from '@/lib/domain/quality/views/rater-view'
import { NumberList } from './number-list'

export type OutlookInput = { slug: string; rater: string }
export type LookAtExclusion = Act<OutlookInput, ExclusionOutlook>

type Props = { input: OutlookInput; word: 'exclude' | 'restore'; look: LookAtExclusion }

/** What excluding or restoring does, counted when the dialog opens: every rating of the rater's tasks is looked at. */
export function ExclusionNumbers({ input, word, look }: Props) {
  const t = useTranslations('quality.actions')
  const refusal = useRefusal()
  const [outlook, setOutlook] = useState<ExclusionOutlook | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { slug, rater } = input
  const tell = useEffectEvent((result: Awaited<ReturnType<LookAtExclusion>>) => {
    if (result.ok) setOutlook(result.value)
    else setProblem(refusal(result.error))
  })

  useEffect(() => {
    let shown = true
    void look({ slug, rater })
      .catch(unreachable)
      .then((result) => (shown ? tell(result) : undefined))
    return () => {
      shown = false
    }
  }, [look, slug, rater])

  if (problem) return <p className="text-stop">{t('notCounted', { problem })}</p>
  if (!outlook) return <p aria-live="polite">{t('counting')}</p>
  return <Counted word={word} outlook={outlook} />
}

function Counted({ word, outlook }: { word: Props['word']; outlook: ExclusionOutlook }) {
  const t = useTranslations('quality.actions')
  const { ratings, slots, raters, scores } = outlook
  const ofScores = scores
    ? [
        ...(scores.changed > 0 ? [t('scoresChange', scores)] : []),
        ...(scores.lost > 0 ? [t('scoresLost', scores)] : []),
        ...(scores.gained > 0 ? [t('scoresGained', scores)] : []),
        ...(scores.changed + scores.lost + scores.gained === 0 ? [t('scoresStay')] : []),
      ]
    : [t('scoresUnknown')]
  return (
    <NumberList
      numbers={
        word === 'exclude'
          ? [t('stop', { ratings }), t('reopen', { slots }), ...ofScores, t('raters', { raters })]
          : [t('countAgain', { ratings }), t('back', { slots }), ...ofScores]
      }
    />
  )
}
