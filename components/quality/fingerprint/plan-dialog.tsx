'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import type { Act } from '@/components/study/act'
import { useRefusal } from '@/components/study/use-refusal'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { TextAreaField } from '@/components/ui/fields'
import { unreachable } from '@/components/quality/unreachable'
import { inspectionLevels, type InspectionLevel } from '@/lib/domain/quality/spot-check/lot-plan'

export type PlanInput = { slug: string; rater: string; level: InspectionLevel; reason: string }

type Props = { slug: string; rater: string; level: InspectionLevel; set: Act<PlanInput> }

/** How closely a rater's next lots are inspected, set by a person with a reason; lots move it from there. */
export function PlanDialog({ slug, rater, level, set }: Props) {
  const t = useTranslations('quality.planChange')
  const router = useRouter()
  const refusal = useRefusal()
  const [chosen, choose] = useState<InspectionLevel | null>(null)
  const [reason, setReason] = useState('')

  async function run(): Promise<string | null> {
    if (chosen === null || chosen === level) return t('choose')
    const said = reason.trim()
    if (said === '') return t('reasonMissing')
    const result = await set({ slug, rater, level: chosen, reason: said }).catch(unreachable)
    if (!result.ok) return refusal(result.error)
    setReason('')
    choose(null)
    router.refresh()
    return null
  }

  return (
    <ConfirmDialog
      trigger={<Button>{t('button')}</Button>}
      title={t('title', { rater })}
      confirm={t('confirm')}
      cancel={t('cancel')}
      onConfirm={run}
    >
      <p>{t('means')}</p>
      <PlanChoice present={level} chosen={chosen ?? level} onChoose={choose} />
      <TextAreaField
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        maxLength={2000}
        onChange={(event) => setReason(event.target.value)}
        rows={3}
        required
      />
    </ConfirmDialog>
  )
}

type ChoiceProps = {
  present: InspectionLevel
  chosen: InspectionLevel
  onChoose: (level: InspectionLevel) => void
}

function PlanChoice({ present, chosen, onChoose }: ChoiceProps) {
  const t = useTranslations('quality')
  const name = useId()
  return (
    <fieldset className="flex flex-col gap-2 text-ink">
      <legend className="sr-only">{t('fingerprint.plan')}</legend>
      {inspectionLevels.map((each) => (
        <label key={each} className="flex items-start gap-2">
          <input
            type="radio"
            name={name}
            className="mt-1 accent-accent"
            checked={each === chosen}
            onChange={() => onChoose(each)}
          />
          <span>
            <span className="font-medium">{t(`fingerprint.plans.${each}`)}</span>
            {each === present ? <span className="text-ink-3"> · {t('planChange.present')}</span> : null}
            <span className="block text-13 text-ink-2">{t(`planChange.does.${each}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
