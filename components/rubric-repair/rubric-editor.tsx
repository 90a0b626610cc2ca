'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Act } from '@/components/study/act'
import { useRefusal } from '@/components/study/use-refusal'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { CheckField, TextAreaField } from '@/components/ui/fields'
import { inLocale } from '@/lib/domain/in-locale'
import type { RepairDraft } from '@/lib/domain/quality/rubric-repair/repair-draft'
import type { Criterion } from '@/lib/domain/study/rubric'
import { CriterionEditor } from './criterion-editor'
import { useRepairDraft, type EditedCriterion } from './use-repair-draft'

type Props = {
  slug: string
  version: number
  ratingsPerTask: number
  criteria: Criterion[]
  repair: Act<{ slug: string; draft: RepairDraft }>
}

/** The rubric's words, and the step to its next version. Keys and scales stay: a repair asks better, not something else. */
export function RubricEditor({ slug, version, ratingsPerTask, criteria, repair }: Props) {
  const t = useTranslations('rubricRepair.editor')
  const draft = useRepairDraft(criteria)
  const { edited, changed } = draft
  const undecided = changed.filter(({ ratingsHold }) => ratingsHold === null)
  return (
    <>
      <div className="divide-y divide-line border border-line bg-sheet">
        {criteria.map((before) => {
          const now = edited.find(({ id }) => id === before.id)
          return now ? <CriterionEditor key={before.id} before={before} now={now} draft={draft} /> : null
        })}
      </div>
      {changed.length > 0 ? (
        <div className="sticky bottom-0 z-10 flex flex-wrap items-center justify-between gap-2 border-t border-line bg-raise px-4 py-3">
          <p aria-live="polite" className="text-13">
            {undecided.length > 0
              ? t('undecided', { criteria: undecided.length })
              : t('count', { criteria: changed.length })}
          </p>
          <div className="flex gap-2">
            <Button onClick={draft.reset}>{t('discard')}</Button>
            {undecided.length > 0 ? null : (
              <RepairDialog
                slug={slug}
                version={version}
                ratingsPerTask={ratingsPerTask}
                changed={changed}
                edited={edited}
                repair={repair}
                onDone={draft.reset}
              />
            )}
          </div>
        </div>
      ) : null}
    </>
  )
}

type DialogProps = Omit<Props, 'criteria'> & {
  changed: EditedCriterion[]
  edited: EditedCriterion[]
  onDone: () => void
}

function RepairDialog({ slug, version, ratingsPerTask, changed, edited, repair, onDone }: DialogProps) {
  const t = useTranslations('rubricRepair.editor')
  const locale = useLocale()
  const router = useRouter()
  const refusal = useRefusal()
  const [reason, setReason] = useState('')
  const [recalibrate, setRecalibrate] = useState(true)
  const named = (holds: boolean) =>
    changed
      .filter(({ ratingsHold }) => ratingsHold === holds)
      .map(({ name }) => inLocale(name, locale))
      .join(' · ')

  async function run(): Promise<string | null> {
    if (!reason.trim()) return t('reasonMissing')
    const criteria = edited.map((one) => ({ ...one, ratingsHold: one.ratingsHold ?? false }))
    const result = await repair({ slug, draft: { version, reason: reason.trim(), recalibrate, criteria } })
    if (!result.ok) return refusal(result.error)
    onDone()
    router.refresh()
    return null
  }

  return (
    <ConfirmDialog
      trigger={<Button variant="primary">{t('review')}</Button>}
      title={t('title', { version: version + 1 })}
      confirm={t('confirm')}
      cancel={t('back')}
      onConfirm={run}
    >
      {named(false) ? <p>{t('meansAnew', { criteria: named(false), ratings: ratingsPerTask })}</p> : null}
      {named(true) ? <p>{t('meansWording', { criteria: named(true) })}</p> : null}
      <p>{t('meansOld')}</p>
      <CheckField
        name="recalibrate"
        label={t('recalibrate')}
        hint={t(named(false) ? 'recalibrateLater' : 'recalibrateDoes')}
        checked={recalibrate}
        onChange={(event) => setRecalibrate(event.target.checked)}
      />
      <TextAreaField
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        rows={2}
        maxLength={2000}
        required
      />
    </ConfirmDialog>
  )
}
