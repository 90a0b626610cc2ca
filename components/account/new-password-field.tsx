'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/fields'
import { shortestPassword, type PasswordProblem } from '@/lib/domain/people/password'

/** Where a password is chosen; what is wrong with it is said in the reader's language. */
export function NewPasswordField({ label, problem }: { label: string; problem: PasswordProblem | null }) {
  const t = useTranslations('newPassword')
  return (
    <TextField
      name="password"
      label={label}
      type="password"
      autoComplete="new-password"
      hint={t('hint', { count: shortestPassword })}
      error={problem ? t(problem, { count: shortestPassword }) : null}
      required
    />
  )
}
