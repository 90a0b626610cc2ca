import { labelOf, type BlindTask, type BlindTurn } from '@/lib/domain/rating/blind-task'
import type { Db, Transaction } from '@/lib/data/db'
import { rubricOf } from './rubrics'

/** What `blindTaskSql` selects; there is no column for a model, an output's id or a prompt's. */
export type BlindRow = {
  assignmentId: string
  /** A string where the row came as JSON out of a larger statement. */
  leaseUntil: Date | string | null
  rubricId: string
  presentation: 'sheet' | 'single'
  prompt: { turns: string[]; reference?: string }
  markingPoints: { text: string; marks?: number }[] | null
  language: string
  outputs: BlindTurn[][] | null
}

/** @param at the transaction under way, where there is one */
export async function blindTask(at: Db | Transaction, row: BlindRow): Promise<BlindTask> {
  const { version, criteria } = await rubricOf(at, row.rubricId)
  return {
    assignmentId: row.assignmentId,
    presentation: row.presentation,
    prompt: {
      turns: row.prompt.turns,
      ...(row.prompt.reference === undefined ? {} : { reference: row.prompt.reference }),
      ...(row.markingPoints?.length ? { markingPoints: row.markingPoints } : {}),
    },
    outputs: (row.outputs ?? []).map((turns, index) => ({ label: labelOf(index), turns })),
    rubric: { version, criteria },
    language: row.language,
    leaseUntil: new Date(row.leaseUntil ?? 0).toISOString(),
  }
}
