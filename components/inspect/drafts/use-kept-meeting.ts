import { useState } from 'react'
import type { Meeting } from '@/components/inspect/transports'
import { browserTexts } from '@/components/rating/line/kept-texts'
import { keptWork } from './kept-work'

/** The minutes as they are being typed. */
export type MeetingText = { minutes: string; names: string }

type Kept = { text: MeetingText; held: Meeting | null }
const nothing: Kept = { text: { minutes: '', names: '' }, held: null }

/** The meeting of a case: what is typed of it, and what was put down as held; both outlive a reload. */
export function useKeptMeeting(owner: string, caseId: string) {
  const [work] = useState(() => keptWork<Kept>(browserTexts(), { owner, desk: 'meeting', id: caseId }))
  const [kept, setKept] = useState<Kept>(() => work.read() ?? nothing)

  function put(next: Kept) {
    setKept(next)
    work.keep(next)
  }

  return {
    meeting: kept.held,
    text: kept.text,
    write: (text: MeetingText) => put({ ...kept, text }),
    /** Null: it was no meeting after all. */
    hold: (held: Meeting | null) => put(held ? { ...kept, held } : nothing),
    drop: work.drop,
  }
}
