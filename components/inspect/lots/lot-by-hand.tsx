'use client'

import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { TextField } from '@/components/ui/fields'
import type { DeskAnswer } from '@/lib/domain/rating/desk-transport'
import { useRefused } from '@/components/inspect/use-refused'

type Props = { form: (filter: { rater?: string; since?: string }) => Promise<DeskAnswer<unknown>> }

/** A lot over a filter of one's own: ratings of one rater, or since a day. */
export function LotByHand({ form }: Props) {
  const t = useTranslations('inspect.byHand')
  const router = useRouter()
  const refused = useRefused()
  const [rater, setRater] = useState('')
  const [since, setSince] = useState('')

  async function run(): Promise<string | null> {
    const answer = await form({
      ...(rater.trim() ? { rater: rater.trim() } : {}),
      ...(since ? { since } : {}),
    })
    if (!answer.ok) return answer.error.code === 'not_found' ? t('noSuchRater') : refused(answer.error)
    router.refresh()
    return null
  }

  return (
    <ConfirmDialog
      trigger={<Button>{t('button')}</Button>}
      title={t('title')}
      confirm={t('confirm')}
      cancel={t('cancel')}
      onConfirm={run}
    >
      <p>{t('means')}</p>
      <TextField
        name="rater"
        label={t('rater')}
        hint={t('raterHint')}
        value={rater}
        onChange={(event) => setRater(event.target.value)}
      />
      <TextField
        name="since"
        type="date"
        label={t('since')}
        hint={t('sinceHint')}
        value={since}
        onChange={(event) => setSince(event.target.value)}
      />
    </ConfirmDialog>
  )
}
