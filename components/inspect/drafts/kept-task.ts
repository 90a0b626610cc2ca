import type { KeptDraft } from '@/components/rating/line/desk-store'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { fingerprintOf, type Fingerprint } from '@/lib/domain/rating/carried-draft'

/** What was put down for a task, and for which texts under which rubric that was. */
export type KeptTask = KeptDraft & { print: Fingerprint; rubricVersion: number }

/** Criteria to score, by label, where it is not all of them. */
export type Asked = Readonly<Record<string, readonly string[]>>

export function keptTask(kept: KeptDraft, task: BlindTask): KeptTask {
  return { ...kept, print: fingerprintOf(task), rubricVersion: task.rubric.version }
}

/**
 * What of it still holds for the task as it lies on the desk now: outputs that are not shown any more, cells that are not
 * asked any more, and scores under another rubric are left out. Null where nothing holds.
 */
export function startFrom(kept: KeptTask | null, task: BlindTask, asked?: Asked): KeptDraft | null {
  if (!kept || kept.rubricVersion !== task.rubric.version) return null
  const now = fingerprintOf(task)
  if (kept.print.prompt !== now.prompt) return null
  const isSame = (label: string) => kept.print.outputs[label] === now.outputs[label]
  const labels = Object.keys(now.outputs).filter(isSame)
  if (labels.length === 0) return null
  const { scores, comments, cannotJudge } = kept.draft
  const criteria = (label: string) => asked?.[label] ?? task.rubric.criteria.map(({ id }) => id)
  const held = labels.map((label) => [label, pick(scores[label] ?? {}, criteria(label))] as const)
  return {
    draft: {
      scores: Object.fromEntries(held),
      comments: pick(comments, labels),
      cannotJudge: pick(cannotJudge, labels),
    },
    dwellMs: kept.dwellMs,
  }
}

function pick<T>(from: Record<string, T>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)))
}
