'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { TextAreaField } from '@/components/ui/fields'
import type { StudyFacts } from '@/lib/domain/study/next-step'
import type { Act } from './act'
import type { LifeStep } from './life-steps'
import { useRefusal } from './use-refusal'

export type LifeAct = Act<{ slug: string; reason?: string }>

type Props = {
  slug: string
  step: LifeStep
  /** The step that the study waits for. */
  next: boolean
  /** What unsealing would leave undecided: it then needs a reason. */
  waiting: Pick<StudyFacts, 'needsArbitration' | 'lots' | 'appeals'>
  act: LifeAct
}

/** One step of a study's life: what it means and what cannot be undone stand between the button and the act. */
export function LifeDialog({ slug, step, next, waiting, act }: Props) {
  const t = useTranslations('study.life')
  const router = useRouter()
  const refusal = useRefusal()
  const [reason, setReason] = useState('')
  const { needsArbitration: cells, lots, appeals } = waiting
  const asksReason = step === 'unseal' && cells + lots + appeals > 0

  async function run(): Promise<string | null> {
    if (asksReason && !reason.trim()) return t('reasonMissing')
    const result = await act({ slug, ...(asksReason ? { reason: reason.trim() } : {}) })
    if (!result.ok) return refusal(result.error)
    router.refresh()
    return null
  }

  const final = step === 'close' || step === 'unseal'
  return (
    <ConfirmDialog
      trigger={<Button variant={next ? 'primary' : 'plain'}>{t(`${step}.button`)}</Button>}
      title={t(`${step}.title`)}
      confirm={t(`${step}.confirm`)}
      cancel={t('cancel')}
      {...(final ? { tone: 'stop' as const } : {})}
      onConfirm={run}
    >
      <p>{t(`${step}.means`)}</p>
      <p className="font-medium text-ink">{t(`${step}.undo`)}</p>
      {asksReason ? (
        <TextAreaField
          name="reason"
          label={t('reason')}
          hint={t('reasonHint', { cells, lots, appeals })}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          rows={2}
          required
        />
      ) : null}
    </ConfirmDialog>
  )
}
