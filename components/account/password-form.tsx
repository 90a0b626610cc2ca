'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/fields'
import { Notice } from '@/components/ui/notice'
import { problemWithPassword, type PasswordProblem } from '@/lib/domain/people/password'
import type { ErrorCode } from '@/lib/domain/user-error'
import { NewPasswordField } from './new-password-field'
import { textOf } from './text-of'

type Refused = { code: ErrorCode; fields?: Record<string, string> }
type Change = (input: unknown) => Promise<{ ok: true } | { ok: false; error: Refused }>

export function PasswordForm({ login, change }: { login: string; change: Change }) {
  const t = useTranslations('account')
  const say = useTranslations('errors')
  const [problem, setProblem] = useState<PasswordProblem | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [state, setState] = useState<'asking' | 'pending' | 'done'>('asking')
  const currentIsWrong = Boolean(refused?.fields?.['current'])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const element = event.currentTarget
    const form = new FormData(element)
    const [current, password] = [textOf(form, 'current'), textOf(form, 'password')]
    const found = problemWithPassword(password, login)
    setProblem(found)
    setRefused(null)
    if (found) return setState('asking')
    setState('pending')
    const answer = await change({ current, password }).catch(() => null)
    if (answer?.ok) element.reset()
    else setRefused(answer?.error ?? { code: 'unavailable' })
    setState(answer?.ok ? 'done' : 'asking')
  }

  return (
    <form method="post" onSubmit={submit} className="flex max-w-[400px] flex-col gap-4">
      {refused && !currentIsWrong ? <Notice tone="stop">{say(refused.code)}</Notice> : null}
      <input type="hidden" name="username" value={login} autoComplete="username" readOnly />
      <TextField
        name="current"
        label={t('currentPassword')}
        type="password"
        autoComplete="current-password"
        error={currentIsWrong ? t('currentPasswordProblem') : null}
        required
      />
      <NewPasswordField label={t('newPassword')} problem={problem} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" pending={state === 'pending'}>
          {t('changePassword')}
        </Button>
        <p role="status" className="text-13 text-ink-2">
          {state === 'done' ? t('passwordChanged') : ''}
        </p>
      </div>
    </form>
  )
}
