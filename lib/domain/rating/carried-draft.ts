import type { BlindTask } from './blind-task'
import type { Draft } from './draft'

/** Tells texts apart without keeping them: a prompt and, by label, the outputs. */
export type Fingerprint = { prompt: string; outputs: Record<string, string> }

export function fingerprintOf(task: Pick<BlindTask, 'prompt' | 'outputs'>): Fingerprint {
  return {
    prompt: hashOf(JSON.stringify(task.prompt.turns)),
    outputs: Object.fromEntries(
      task.outputs.map(({ label, turns }) => [label, hashOf(JSON.stringify(turns))]),
    ),
  }
}

/**
 * A draft whose lease was lost, for the same texts under another assignment: there the outputs stand in another order,
 * so labels are matched by text. Null where it is another task, or where equal texts leave the match open.
 */
export function carriedDraft(draft: Draft, before: Fingerprint, now: Fingerprint): Draft | null {
  if (before.prompt !== now.prompt) return null
  const labels = new Map(Object.entries(now.outputs).map(([label, hash]) => [hash, label]))
  const pairs = Object.entries(before.outputs).map(([label, hash]) => [label, labels.get(hash)] as const)
  const reached = new Set(pairs.map(([, label]) => label))
  if (reached.has(undefined) || reached.size !== Object.keys(now.outputs).length) return null
  const renamed = new Map<string, string | undefined>([...pairs, ['task', 'task']])
  return {
    scores: relabel(draft.scores, renamed),
    comments: relabel(draft.comments, renamed),
    cannotJudge: relabel(draft.cannotJudge, renamed),
  }
}

function relabel<T>(part: Record<string, T>, labels: Map<string, string | undefined>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(part).flatMap(([label, value]) => {
      const renamed = labels.get(label)
      return renamed === undefined ? [] : [[renamed, value] as const]
    }),
  )
}

/** cyrb53: 53 bits are plenty for a handful of texts, and it needs no promise. */
function hashOf(text: string): string {
  let one = 0xdeadbeef
  let two = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    one = Math.imul(one ^ unit, 2654435761)
    two = Math.imul(two ^ unit, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909)
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36)
}
