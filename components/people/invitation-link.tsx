'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

export type Fresh = { login: string; invitation: string; expiresAt: string }

/** The one-time link, to be handed on by the admin. It is shown here and nowhere again. */
export function InvitationLink({ fresh }: { fresh: Fresh }) {
  const t = useTranslations('people.link')
  const format = useFormatter()
  const [copied, setCopied] = useState(false)

  async function copy() {
    await navigator.clipboard.writeText(fresh.invitation)
    setCopied(true)
  }

  return (
    <Notice tone="info" title={t('title', { login: fresh.login })}>
      <p>
        {t('once', {
          until: format.dateTime(new Date(fresh.expiresAt), { dateStyle: 'medium', timeStyle: 'short' }),
        })}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <input
          readOnly
          aria-label={t('label')}
          value={fresh.invitation}
          onFocus={(event) => event.target.select()}
          className="h-8 min-w-0 flex-1 rounded border border-control bg-sheet px-2 font-mono text-12"
        />
        <Button onClick={copy}>{t('copy')}</Button>
      </div>
      <p role="status" className="text-ink-2">
        {copied ? t('copied') : ''}
      </p>
    </Notice>
  )
}
