import type { Criterion } from '@/lib/domain/study/rubric'

/** One turn of an output; a dialogue whose user side differs by model carries roles. HTML is safe: rendered at import. */
export type BlindTurn = string | { role: 'user' | 'assistant'; content: string }

export type BlindOutput = { label: string; turns: BlindTurn[] }

/**
 * What a rater receives. There is no room for a model in it: no id of an output, a prompt or a task, no name, no order
 * but that of this assignment.
 */
export type BlindTask = {
  assignmentId: string
  presentation: 'sheet' | 'single'
  prompt: {
    turns: string[]
    reference?: string
    markingPoints?: { text: string; marks?: number }[]
    attachments?: { kind: 'image' | 'video' | 'audio'; url: string }[]
  }
  outputs: BlindOutput[]
  rubric: { version: number; criteria: Criterion[] }
  language: string
  leaseUntil: string
}

export type Progress = { done: number; left: number }

/** A, B, C … Z, AA, AB … */
export function labelOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : labelOf(Math.floor(index / 26) - 1) + letter
}
