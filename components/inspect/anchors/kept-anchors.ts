import { keptWork } from '@/components/inspect/drafts/kept-work'
import { browserTexts } from '@/components/rating/line/kept-texts'
import type { AnchorDraft } from './anchor-draft'

/** Anchors being written, and what stood when that began. */
export type KeptAnchors = { before: AnchorDraft; draft: AnchorDraft; rubricVersion: number }

export const keptAnchors = (owner: string, taskId: string) =>
  keptWork<KeptAnchors>(browserTexts(), { owner, desk: 'anchor', id: taskId })

type Now = { before: AnchorDraft; rubricVersion: number }

/**
 * The draft to go on with: what was left on this device, but for outputs whose anchors somebody has changed since, and for
 * scores under another rubric.
 */
export function draftToGoOn(kept: KeptAnchors | null, { before, rubricVersion }: Now): AnchorDraft {
  if (!kept || kept.rubricVersion !== rubricVersion) return before
  const isAsItWas = (label: string) => JSON.stringify(kept.before[label]) === JSON.stringify(before[label])
  const own = Object.entries(kept.draft).filter(([label]) => isAsItWas(label))
  return { ...before, ...Object.fromEntries(own) }
}
