'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Act } from '@/components/study/act'
import { useRefusal } from '@/components/study/use-refusal'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { PersonState } from '@/lib/domain/people/person'
import { InvitationLink, type Fresh } from './invitation-link'

type ByLogin<Value = unknown> = Act<{ login: string }, Value>

export type PersonActs = { renew: ByLogin<Fresh>; disable: ByLogin; enable: ByLogin; erase: ByLogin }

type Props = { login: string; state: PersonState; acts: PersonActs }

/** A new link, shutting out and letting in again, and forgetting who somebody is. */
export function PersonActions({ login, state, acts }: Props) {
  const t = useTranslations('people.acts')
  const [fresh, setFresh] = useState<Fresh | null>(null)
  const act = useAct(login)
  const dialog = (name: 'renew' | 'disable' | 'enable' | 'erase', run: () => Promise<string | null>) => (
    <ConfirmDialog
      trigger={
        <Button size="small" variant="quiet" aria-label={t(`${name}.label`, { login })}>
          {t(`${name}.button`)}
        </Button>
      }
      title={t(`${name}.title`, { login })}
      confirm={t(`${name}.confirm`)}
      cancel={t('cancel')}
      {...(name === 'erase' || name === 'disable' ? { tone: 'stop' as const } : {})}
      onConfirm={run}
    >
      <p>{t(`${name}.means`)}</p>
      <p className="font-medium text-ink">{t(`${name}.undo`)}</p>
    </ConfirmDialog>
  )
  return (
    <div className="flex flex-col items-end gap-2">
      <div className="flex justify-end">
        {state === 'disabled'
          ? dialog('enable', () => act(acts.enable))
          : dialog('renew', () => act(acts.renew, setFresh))}
        {state === 'disabled' ? null : dialog('disable', () => act(acts.disable))}
        {dialog('erase', () => act(acts.erase))}
      </div>
      {fresh ? <InvitationLink fresh={fresh} /> : null}
    </div>
  )
}

/** Runs an act on this person; a refusal comes back as the sentence for the dialog. */
function useAct(login: string) {
  const router = useRouter()
  const refusal = useRefusal()
  return async <Value,>(act: ByLogin<Value>, done?: (value: Value) => void): Promise<string | null> => {
    const result = await act({ login })
    if (!result.ok) return refusal(result.error)
    done?.(result.value)
    router.refresh()
    return null
  }
}
