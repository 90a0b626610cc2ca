'use client'

import { useMemo } from 'react'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import type { DeskAnswer, DeskTransport } from '@/lib/domain/rating/desk-transport'
import { memoryTexts } from './line/kept-texts'
import { RatingDesk } from './rating-desk'

const here = { back: '', mine: '', signIn: '' }

/** The desk exactly as a rater sees it. Nothing is sent and nothing is kept: submitting shows the task afresh. */
export function DeskPreview({ task, title }: { task: BlindTask; title: string }) {
  const transport = useMemo(() => previewTransport(task), [task])
  const texts = useMemo(() => memoryTexts(), [])
  return (
    <RatingDesk
      transport={transport}
      owner="preview"
      slug="preview"
      name={title}
      hrefs={here}
      texts={texts}
      inset
    />
  )
}

function previewTransport(task: BlindTask): DeskTransport {
  let round = 0
  const progress = { done: 0, left: 1 }
  const answer = <T,>(value: T): Promise<DeskAnswer<T>> =>
    Promise.resolve({ ok: true, value, serverNow: Date.now() })
  const leaseUntil = () => new Date(Date.now() + 86_400_000).toISOString()
  const fresh = () => ({ ...task, assignmentId: `preview-${round}`, leaseUntil: leaseUntil() })
  return {
    claim: () => answer({ task: fresh(), tasks: [fresh()], progress }),
    submit: () => {
      round += 1
      return answer({ saved: null, task: fresh(), tasks: [], progress })
    },
    extend: () => answer({ leaseUntil: leaseUntil() }),
  }
}
