'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Act, Refused } from '@/components/study/act'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { RuleWarning } from '@/lib/domain/quality/rule-changes/rule-warnings'
import type { SettingDifference } from '@/lib/domain/quality/rule-changes/setting-differences'
import { RuleWarnings } from './rule-warnings'
import { useFieldWords } from './use-field-words'
import { useRefusal } from '@/components/study/use-refusal'

export type RulesInput = { slug: string; version: number; changes: Record<string, unknown> }
export type RulesOutlook = {
  version: number
  changed: SettingDifference[]
  opened: number
  withdrawn: number
  settledAnew: number
  warnings: RuleWarning[]
}

type Props = {
  input: RulesInput
  look: Act<RulesInput, RulesOutlook>
  save: Act<RulesInput, RulesOutlook>
  onRefused: (error: Refused) => void
  onSaved: () => void
}

/** Shows what saving would change, and does it. */
export function SaveRules({ input, look, save, onRefused, onSaved }: Props) {
  const t = useTranslations('rules.change')
  const router = useRouter()
  const refusal = useRefusal()
  const [outlook, setOutlook] = useState<RulesOutlook | null>(null)
  const [refused, setRefused] = useState<string | null>(null)

  async function ask() {
    setOutlook(null)
    setRefused(null)
    const result = await look(input)
    if (result.ok) setOutlook(result.value)
    else tell(result.error)
  }

  function tell(error: Refused): string {
    onRefused(error)
    const sentence = error.problems?.length ? t('wrongFields') : refusal(error)
    setRefused(sentence)
    return sentence
  }

  async function run(): Promise<string | null> {
    if (!outlook) return refused ?? t('looking')
    const result = await save(input)
    if (!result.ok) return tell(result.error)
    onSaved()
    router.refresh()
    return null
  }

  return (
    <ConfirmDialog
      trigger={
        <Button variant="primary" onClick={() => void ask()}>
          {t('review')}
        </Button>
      }
      title={t('title', { version: input.version + 1 })}
      confirm={t('save', { version: input.version + 1 })}
      cancel={t('back')}
      onConfirm={run}
    >
      {refused ? (
        <p role="alert" className="text-stop">
          {refused}
        </p>
      ) : outlook ? (
        <Outlook outlook={outlook} />
      ) : (
        <p>{t('looking')}</p>
      )}
    </ConfirmDialog>
  )
}

function Outlook({ outlook }: { outlook: RulesOutlook }) {
  const t = useTranslations('rules.change')
  const words = useFieldWords()
  const { opened, withdrawn, settledAnew } = outlook
  return (
    <>
      <dl className="flex flex-col gap-1 text-13">
        {outlook.changed.map(({ field, from, to }) => (
          <div key={field} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-1">
            <dt className="text-ink-2">{words.name(field)}</dt>
            <dd className="text-ink">
              {words.value(field, from)} → <strong>{words.value(field, to)}</strong>
            </dd>
          </div>
        ))}
      </dl>
      {opened > 0 ? <p>{t('opened', { opened })}</p> : null}
      {withdrawn > 0 ? <p>{t('withdrawn', { withdrawn })}</p> : null}
      {settledAnew > 0 ? <p>{t('settledAnew', { tasks: settledAnew })}</p> : null}
      <RuleWarnings warnings={outlook.warnings} />
      <p>{t('kept')}</p>
    </>
  )
}
