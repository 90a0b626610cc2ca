'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/fields'
import { Notice } from '@/components/ui/notice'
import { problemWithPassword, type PasswordProblem } from '@/lib/domain/people/password'
import type { ErrorCode } from '@/lib/domain/user-error'
import { NewPasswordField } from './new-password-field'
import { openLink } from './open-link'
import { signIn } from './session-client'
import { textOf } from './text-of'

/** Takes up an invitation: the login is given, the password is chosen. */
export function JoinForm({ token, login }: { token: string; login: string }) {
  const t = useTranslations('invite')
  const say = useTranslations('errors')
  const [problem, setProblem] = useState<PasswordProblem | null>(null)
  const [refused, setRefused] = useState<ErrorCode | null>(null)
  const [pending, setPending] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const password = textOf(new FormData(event.currentTarget), 'password')
    const found = problemWithPassword(password, login)
    setProblem(found)
    setRefused(null)
    if (found) return
    setPending(true)
    const answer = await openLink(`invitations/${token}`, { password })
    if ('refused' in answer) {
      setPending(false)
      return setRefused(answer.refused)
    }
    const signedIn = await signIn(login, password)
    location.assign(signedIn.done ? signedIn.path : '/sign-in')
  }

  return (
    <form method="post" onSubmit={submit} className="flex max-w-[400px] flex-col gap-4">
      {refused ? <Notice tone="stop">{say(refused)}</Notice> : null}
      <TextField name="login" label={t('login')} value={login} autoComplete="username" readOnly />
      <NewPasswordField label={t('password')} problem={problem} />
      <Button type="submit" variant="primary" size="large" pending={pending}>
        {t('submit')}
      </Button>
    </form>
  )
}
