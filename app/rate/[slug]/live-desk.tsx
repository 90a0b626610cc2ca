'use client'

import { useMemo, type ReactNode } from 'react'
import { RatingDesk } from '@/components/rating/rating-desk'
import type { DeskTransport } from '@/lib/domain/rating/desk-transport'
import { deskTransport } from './desk-transport'

type Props = { slug: string; name: string; owner: string; switches: ReactNode }

/** The desk on the real endpoints. */
export function LiveDesk({ slug, name, owner, switches }: Props) {
  const transport = useMemo(() => leavingForCalibration(deskTransport(slug)), [slug])
  const here = `/rate/${slug}`
  const hrefs = { back: '/rate', mine: `${here}/mine`, signIn: `/sign-in?next=${encodeURIComponent(here)}` }
  return <RatingDesk {...{ transport, slug, name, owner, hrefs, switches }} />
}

/**
 * A rater may have to calibrate from one claim to the next: on arriving, or because a rule or a person asks for it. The
 * page that calibrates stands at the same address.
 */
function leavingForCalibration(transport: DeskTransport): DeskTransport {
  return {
    ...transport,
    claim: async (hold) => {
      const answer = await transport.claim(hold)
      if (!answer.ok || !answer.value.calibrates || answer.value.tasks.length === 0) return answer
      location.reload()
      // The desk goes on waiting, rather than flashing a task, until the other page is there.
      return new Promise(() => {})
    },
  }
}
