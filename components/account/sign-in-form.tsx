'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/fields'
import { Notice } from '@/components/ui/notice'
import { signIn } from './session-client'
import { textOf } from './text-of'

type Refused = 'wrong' | 'throttled' | 'failed'

export function SignInForm({ next, refused: before }: { next: string; refused: Refused | null }) {
  const t = useTranslations('signIn')
  const [refused, setRefused] = useState(before)
  const [pending, setPending] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setPending(true)
    setRefused(null)
    const answer = await signIn(textOf(form, 'login'), textOf(form, 'password'), next)
    if (answer.done) return location.assign(answer.path)
    setPending(false)
    setRefused(answer.reason)
  }

  return (
    // The address below is for a form sent before the page is alive: passwords never travel in a URL.
    <form
      method="post"
      action="/api/auth/callback/credentials"
      onSubmit={submit}
      className="flex max-w-[400px] flex-col gap-4"
    >
      {refused ? <Notice tone="stop">{t(refused)}</Notice> : null}
      <TextField
        name="login"
        label={t('login')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <TextField
        name="password"
        label={t('password')}
        type="password"
        autoComplete="current-password"
        required
      />
      <Button type="submit" variant="primary" size="large" pending={pending}>
        {t('submit')}
      </Button>
    </form>
  )
}
