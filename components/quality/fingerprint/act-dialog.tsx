'use client'

import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import type { Act } from '@/components/study/act'
import { useRefusal } from '@/components/study/use-refusal'
import type { RaterAct } from '@/lib/domain/quality/rater-acts'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { TextAreaField } from '@/components/ui/fields'
import { unreachable } from '@/components/quality/unreachable'

export type RaterActInput = { slug: string; rater: string; act: RaterAct; reason: string }

export type ActDialogWords = {
  button: string
  title: string
  confirm: string
  cancel: string
  means: string
  does: string
  reason: string
  reasonHint: string
  reasonMissing: string
}

type Props = {
  input: Omit<RaterActInput, 'reason'>
  words: ActDialogWords
  act: Act<RaterActInput>
  /** What it will do, in numbers. */
  children: ReactNode
}

/** One act about a rater: what it does, in numbers, and why stand between the button and the deed. */
export function ActDialog({ input, words, act, children }: Props) {
  const router = useRouter()
  const refusal = useRefusal()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)

  async function run(): Promise<string | null> {
    const said = reason.trim()
    setMissing(said === '')
    if (said === '') return words.reasonMissing
    const result = await act({ ...input, reason: said }).catch(unreachable)
    if (!result.ok) return refusal(result.error)
    setReason('')
    router.refresh()
    return null
  }

  const final = input.act === 'exclude'
  return (
    <ConfirmDialog
      trigger={<Button variant={final ? 'stop' : 'plain'}>{words.button}</Button>}
      title={words.title}
      confirm={words.confirm}
      cancel={words.cancel}
      {...(final ? { tone: 'stop' as const } : {})}
      onConfirm={run}
    >
      <p>{words.means}</p>
      <p className="font-medium text-ink">{words.does}</p>
      {children}
      <TextAreaField
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        maxLength={2000}
        onChange={(event) => setReason(event.target.value)}
        rows={3}
        required
        aria-invalid={missing || undefined}
      />
    </ConfirmDialog>
  )
}
