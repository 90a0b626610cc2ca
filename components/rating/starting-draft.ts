import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { carriedDraft, fingerprintOf } from '@/lib/domain/rating/carried-draft'
import type { DeskStore, KeptDraft, LostDraft } from './line/desk-store'

export type Start = { kept: KeptDraft | null; carriedFrom: LostDraft | null }

/** What was put down for a task before: its own draft, else one whose lease was lost, for the same texts. */
export function startingDraft(store: DeskStore, task: BlindTask): Start {
  const own = store.draft(task.assignmentId)
  if (own) return { kept: own, carriedFrom: null }
  const print = fingerprintOf(task)
  for (const lost of store.lost()) {
    const draft = carriedDraft(lost.draft, lost.print, print)
    if (draft) return { kept: { draft, dwellMs: 0 }, carriedFrom: lost }
  }
  return { kept: null, carriedFrom: null }
}
