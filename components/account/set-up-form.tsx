'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/fields'
import { Notice } from '@/components/ui/notice'
import { normaliseLogin } from '@/lib/domain/people/login'
import { problemWithPassword, type PasswordProblem } from '@/lib/domain/people/password'
import type { ErrorCode } from '@/lib/domain/user-error'
import { NewPasswordField } from './new-password-field'
import { openLink } from './open-link'
import { signIn } from './session-client'
import { textOf } from './text-of'

type Problems = { login: boolean; password: PasswordProblem | null }

function problemsIn(login: string, password: string): Problems {
  return { login: normaliseLogin(login) === null, password: problemWithPassword(password, login) }
}

/** The first admin's account. Signed in, the page asks itself anew and shows the way on. */
export function SetUpForm({ token }: { token: string }) {
  const t = useTranslations('setUp')
  const say = useTranslations('errors')
  const [problems, setProblems] = useState<Problems>({ login: false, password: null })
  const [refused, setRefused] = useState<ErrorCode | null>(null)
  const [pending, setPending] = useState(false)
  const router = useRouter()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [name, login, password] = [textOf(form, 'name'), textOf(form, 'login'), textOf(form, 'password')]
    const found = problemsIn(login, password)
    setProblems(found)
    setRefused(null)
    if (found.login || found.password) return
    setPending(true)
    const answer = await openLink(`set-up/${token}`, { name, login, password })
    if ('refused' in answer) {
      setRefused(answer.refused)
      return setPending(false)
    }
    if ((await signIn(login, password)).done) router.refresh()
    else router.push('/sign-in')
  }

  return (
    <form method="post" onSubmit={submit} className="flex max-w-[400px] flex-col gap-4">
      {refused ? (
        <Notice tone="stop">{refused === 'conflict' ? t('loginTaken') : say(refused)}</Notice>
      ) : null}
      <TextField name="name" label={t('name')} autoComplete="name" maxLength={200} required />
      <TextField
        name="login"
        label={t('login')}
        hint={t('loginHint')}
        error={problems.login ? t('loginProblem') : null}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <NewPasswordField label={t('password')} problem={problems.password} />
      <Button type="submit" variant="primary" size="large" pending={pending}>
        {t('submit')}
      </Button>
    </form>
  )
}
