'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/fields'
import type { Act } from './act'
import { useRefusal } from './use-refusal'

type Props = {
  slug: string
  candidates: { id: string; name: string; login: string }[]
  enrol: Act<{ slug: string; accountId: string }>
  enrolAll: Act<{ slug: string }>
}

/** Raters join study by study: one from the list, or everybody who is not in yet. */
export function EnrolPanel({ slug, candidates, enrol, enrolAll }: Props) {
  const t = useTranslations('study.enrol')
  const router = useRouter()
  const refusal = useRefusal()
  const [chosen, setChosen] = useState(candidates[0]?.id ?? '')
  const [error, setError] = useState<string | null>(null)
  const [pending, start] = useTransition()
  // The one enrolled last has left the list.
  const accountId = candidates.some((each) => each.id === chosen) ? chosen : (candidates[0]?.id ?? '')

  function run(act: () => ReturnType<typeof enrolAll>) {
    start(async () => {
      const result = await act()
      setError(result.ok ? null : refusal(result.error))
      router.refresh()
    })
  }

  if (candidates.length === 0) return <p className="text-13 text-ink-2">{t('everybody')}</p>
  return (
    <div className="mt-2 flex flex-wrap items-end gap-2">
      <SelectField
        name="rater"
        label={t('rater')}
        className="w-full sm:w-64"
        value={accountId}
        onChange={(event) => setChosen(event.target.value)}
        options={candidates.map(({ id, name, login }) => ({ value: id, label: `${name} (${login})` }))}
      />
      <Button className="h-9" pending={pending} onClick={() => run(() => enrol({ slug, accountId }))}>
        {t('one')}
      </Button>
      <Button className="h-9" pending={pending} onClick={() => run(() => enrolAll({ slug }))}>
        {t('all', { count: candidates.length })}
      </Button>
      {error ? (
        <p role="alert" className="w-full text-13 text-stop">
          {error}
        </p>
      ) : null}
    </div>
  )
}
