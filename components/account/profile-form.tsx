'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/fields'
import { Notice } from '@/components/ui/notice'
import type { Profile } from '@/lib/domain/people/person'
import type { ErrorCode } from '@/lib/domain/user-error'
import { JudgingFields } from './judging-fields'
import { textOf } from './text-of'

type Save = (
  input: unknown,
) => Promise<{ ok: true } | { ok: false; error: { code: ErrorCode; fields?: Record<string, string> } }>
type Told = { saved: true } | { refused: ErrorCode; fields: string[] } | null

const wordsIn = (text: string) => text.split(/[,，、;；]/).flatMap((word) => word.trim() || [])

function inputOf(form: FormData, profile: Profile) {
  const name = textOf(form, 'name')
  const { languages, skills, affiliations } = profile
  if (!judges(profile)) return { name, languages, skills, affiliations }
  const [since, until] = [form.getAll('since'), form.getAll('until')]
  return {
    name,
    languages: wordsIn(textOf(form, 'languages')),
    skills: wordsIn(textOf(form, 'skills')),
    affiliations: form.getAll('organization').map((organization, index) => ({
      organization,
      since: since[index] || null,
      until: until[index] || null,
    })),
  }
}

const judges = ({ role }: Profile) => role !== 'admin'

/** What a person says about oneself; who judges also says in which languages and for whom he or she works. */
export function ProfileForm({ profile, save }: { profile: Profile; save: Save }) {
  const t = useTranslations('account')
  const say = useTranslations('errors')
  const [told, setTold] = useState<Told>(null)
  const [pending, setPending] = useState(false)
  const wrong = (field: string) => told !== null && 'refused' in told && told.fields.includes(field)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setPending(true)
    setTold(null)
    const answer = await save(inputOf(new FormData(event.currentTarget), profile)).catch(() => null)
    setPending(false)
    if (answer?.ok) return setTold({ saved: true })
    const fields = Object.keys(answer?.error.fields ?? {}).map((path) => path.split('.')[0] ?? path)
    setTold({ refused: answer?.error.code ?? 'unavailable', fields })
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      {told && 'refused' in told ? <Notice tone="stop">{say(told.refused)}</Notice> : null}
      <TextField
        name="name"
        label={t('name')}
        defaultValue={profile.name}
        error={wrong('name') ? t('nameProblem') : null}
        autoComplete="name"
        maxLength={200}
        required
      />
      {judges(profile) ? <JudgingFields profile={profile} wrong={wrong} /> : null}
      <div className="flex items-center gap-4">
        <Button type="submit" variant="primary" pending={pending}>
          {t('save')}
        </Button>
        <p role="status" className="text-13 text-ink-2">
          {told && 'saved' in told ? t('saved') : ''}
        </p>
      </div>
    </form>
  )
}
