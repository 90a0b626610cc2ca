import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { TextAreaField } from '@/components/ui/fields'
import type { CalibrationTransport, CalibrationVerdict } from '@/components/inspect/transports'
import { useRefused } from '@/components/inspect/use-refused'

type Props = { kind: CalibrationVerdict; rater: string; transport: CalibrationTransport }

/** What a person decides after the last attempt, and why. */
export function VerdictDialog({ kind, rater, transport }: Props) {
  const t = useTranslations('inspect.calibrations')
  const router = useRouter()
  const refused = useRefused()
  const [reason, setReason] = useState('')

  async function run(): Promise<string | null> {
    if (!reason.trim()) return t('reasonMissing')
    const answer = await transport.decide(rater, { kind, reason: reason.trim() })
    if (!answer.ok) return refused(answer.error)
    router.refresh()
    return null
  }

  return (
    <ConfirmDialog
      trigger={<Button variant={kind === 'decline' ? 'stop' : 'plain'}>{t(`${kind}.button`)}</Button>}
      title={t(`${kind}.title`, { rater })}
      confirm={t(`${kind}.button`)}
      cancel={t('cancel')}
      {...(kind === 'decline' ? { tone: 'stop' as const } : {})}
      onConfirm={run}
    >
      <p>{t(`${kind}.means`)}</p>
      <TextAreaField
        name="reason"
        label={t('why')}
        hint={kind === 'decline' ? t('whyRead') : undefined}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        rows={2}
        maxLength={2000}
        required
      />
    </ConfirmDialog>
  )
}
