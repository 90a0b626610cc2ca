import { useId, useState } from 'react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { TextAreaField } from '@/components/ui/fields'
import type { LotStanding } from '@/lib/domain/quality/spot-check/lot-standing'
import type { LotTransport } from '@/components/inspect/transports'
import { useRefused } from '@/components/inspect/use-refused'

type Outcome = 'passed' | 'failed'
type Props = {
  state: 'drawn' | Outcome
  standing: LotStanding
  lotSize: number
  decide: LotTransport['decide']
}

/** Deciding otherwise than the plan: what it does in numbers, and why, before it is done. */
export function DecideDialog({ state, standing, lotSize, decide }: Props) {
  const t = useTranslations('inspect.decide')
  const router = useRouter()
  const refused = useRefused()
  const [chosen, choose] = useState<Outcome>('passed')
  const [reason, setReason] = useState('')
  const open: Outcome[] =
    state === 'drawn' ? ['passed', 'failed'] : [state === 'passed' ? 'failed' : 'passed']
  const outcome = open.includes(chosen) ? chosen : (open[0] ?? 'passed')

  async function run(): Promise<string | null> {
    if (!reason.trim()) return t('reasonMissing')
    const answer = await decide({ outcome, reason: reason.trim() })
    if (!answer.ok) return refused(answer.error)
    setReason('')
    router.refresh()
    return null
  }

  return (
    <ConfirmDialog
      trigger={<Button className="self-start">{t('button')}</Button>}
      title={t('title')}
      confirm={t(`confirm.${outcome}`)}
      cancel={t('cancel')}
      {...(outcome === 'failed' ? { tone: 'stop' as const } : {})}
      onConfirm={run}
    >
      <p>{t('means')}</p>
      {open.length > 1 ? <OutcomeChoice outcome={outcome} onChoose={choose} /> : null}
      <p className="font-medium text-ink">{t(`does.${outcome}`, numbersOf(standing, lotSize))}</p>
      {state === 'drawn' ? null : <p>{t('overturns')}</p>}
      <TextAreaField
        name="reason"
        label={t('reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        rows={2}
        maxLength={2000}
        required
      />
    </ConfirmDialog>
  )
}

function OutcomeChoice({ outcome, onChoose }: { outcome: Outcome; onChoose: (outcome: Outcome) => void }) {
  const t = useTranslations('inspect.decide')
  const name = useId()
  return (
    <fieldset className="flex gap-6">
      <legend className="sr-only">{t('outcome')}</legend>
      {(['passed', 'failed'] as const).map((each) => (
        <label key={each} className="flex min-h-9 items-center gap-2">
          <input
            type="radio"
            name={name}
            className="accent-accent"
            checked={each === outcome}
            onChange={() => onChoose(each)}
          />
          {t(`choice.${each}`)}
        </label>
      ))}
    </fieldset>
  )
}

/** What stops counting: units found in error in any case; in a failed lot all that were not found right. */
function numbersOf({ errors, inspected }: LotStanding, lotSize: number) {
  const right = inspected - errors
  return { errors, right, stop: lotSize - right, lotSize }
}
