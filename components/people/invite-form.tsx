'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition, type FormEvent } from 'react'
import type { Act } from '@/components/study/act'
import { useRefusal } from '@/components/study/use-refusal'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/fields'
import { Notice } from '@/components/ui/notice'
import type { InvitationInput } from '@/lib/domain/people/profile'
import { InvitationLink, type Fresh } from './invitation-link'

type Props = { invite: Act<InvitationInput, Fresh> }

/** Makes an account and gives the link under which its password is chosen. */
export function InviteForm({ invite }: Props) {
  const t = useTranslations('people.invite')
  const router = useRouter()
  const refusal = useRefusal()
  const form = useRef<HTMLFormElement>(null)
  const [fresh, setFresh] = useState<Fresh | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [pending, start] = useTransition()

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const input = inputOf(new FormData(event.currentTarget))
    start(async () => {
      const result = await invite(input)
      setFresh(result.ok ? result.value : null)
      setError(result.ok ? null : refusal(result.error))
      if (!result.ok) return
      form.current?.reset()
      router.refresh()
    })
  }

  return (
    <form ref={form} onSubmit={submit} className="flex flex-col gap-4 border border-line bg-sheet p-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <TextField
          name="login"
          label={t('login')}
          hint={t('loginHint')}
          maxLength={100}
          autoComplete="off"
          required
        />
        <TextField name="name" label={t('name')} maxLength={200} autoComplete="off" />
        <SelectField
          name="role"
          label={t('role')}
          options={(['rater', 'inspector', 'admin'] as const).map((role) => ({
            value: role,
            label: t(`roles.${role}`),
          }))}
        />
        <TextField name="languages" label={t('languages')} hint={t('languagesHint')} autoComplete="off" />
        <TextField name="skills" label={t('skills')} hint={t('skillsHint')} autoComplete="off" />
        <TextField
          name="affiliations"
          label={t('affiliations')}
          hint={t('affiliationsHint')}
          autoComplete="off"
        />
      </div>
      {error ? <Notice tone="stop">{error}</Notice> : null}
      {fresh ? <InvitationLink fresh={fresh} /> : null}
      <Button type="submit" variant="primary" className="self-start" pending={pending}>
        {t('submit')}
      </Button>
    </form>
  )
}

const roles = ['rater', 'inspector', 'admin'] as const

function inputOf(form: FormData): InvitationInput {
  const said = (name: string) => String(form.get(name) ?? '').trim()
  const listed = (name: string) =>
    said(name)
      .split(/[,，;；、]/)
      .map((word) => word.trim())
      .filter(Boolean)
  return {
    login: said('login'),
    role: roles.find((role) => role === said('role')) ?? 'rater',
    ...(said('name') ? { name: said('name') } : {}),
    languages: listed('languages'),
    skills: listed('skills'),
    affiliations: listed('affiliations'),
  }
}
