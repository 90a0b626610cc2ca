'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { Act, Refused } from './act'
import { GateReasons, waivable, type WaivableGate } from './gate-reasons'
import { useRefusal } from './use-refusal'

export type PublishActs = {
  ask: Act<{ slug: string; waivers: Record<string, string> }>
  /** The number of the release, null while it is being computed. */
  outcome: Act<{ slug: string }, number | null>
}

const pollMs = 700

type Props = {
  slug: string
  releases: number
  /** Gates that are known to be closed; others may come back with the refusal. */
  closed: WaivableGate[]
  acts: PublishActs
}

/** Freezes a release. A gate that is not passed holds it back until there is a reason on record. */
export function PublishButton({ slug, releases, closed, acts }: Props) {
  const t = useTranslations('study')
  const router = useRouter()
  const refusal = useRefusal()
  const [gates, setGates] = useState(closed)
  const [reasons, setReasons] = useState<Record<string, string>>({})

  async function run(): Promise<string | null> {
    const waivers = Object.fromEntries(Object.entries(reasons).filter(([, reason]) => reason.trim()))
    const asked = await acts.ask({ slug, waivers })
    const result = asked.ok ? await outcomeOf(acts, slug) : asked
    if (result.ok) {
      router.refresh()
      return null
    }
    const held = gatesIn(result.error)
    if (held.length === 0) return refusal(result.error)
    setGates([...new Set([...gates, ...held])])
    return t('gates.blocked')
  }

  return (
    <ConfirmDialog
      trigger={
        <Button variant={releases === 0 ? 'primary' : 'plain'}>
          {t(releases === 0 ? 'life.publish.button' : 'life.publish.again')}
        </Button>
      }
      title={t('life.publish.title')}
      confirm={t('life.publish.confirm')}
      cancel={t('life.cancel')}
      onConfirm={run}
    >
      <p>{t('life.publish.means')}</p>
      <p className="font-medium text-ink">{t('life.publish.undo')}</p>
      <GateReasons gates={gates} reasons={reasons} onChange={setReasons} />
    </ConfirmDialog>
  )
}

/** The worker computes the board; asks until it has. */
async function outcomeOf({ outcome }: PublishActs, slug: string) {
  for (;;) {
    const result = await outcome({ slug })
    if (!result.ok || result.value !== null) return result
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

function gatesIn(error: Refused): WaivableGate[] {
  const fields = (error.problems ?? []).map((problem) => problem.field)
  return waivable.filter((gate) => fields.includes(gate))
}
