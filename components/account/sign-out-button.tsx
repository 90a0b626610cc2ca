'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { signOut } from './session-client'

export function SignOutButton() {
  const t = useTranslations('account')
  const [state, setState] = useState<'idle' | 'pending' | 'failed'>('idle')

  async function leave() {
    setState('pending')
    const path = await signOut()
    // Loaded afresh, so that nothing of this account stays in the browser's memory.
    if (path !== null) location.assign(path)
    else setState('failed')
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      <p role="alert" className="text-13 text-stop">
        {state === 'failed' ? t('signOutFailed') : ''}
      </p>
      <Button pending={state === 'pending'} onClick={leave}>
        {t('signOut')}
      </Button>
    </div>
  )
}
