import type { Transaction } from '@/lib/data/db'

/** Tasks with cells for which it matters who is left to ask: they await an extra rating, or went to a person without. */
export async function disputedTasks(tx: Transaction, studyId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT w.task_id AS id FROM waiting_cell w JOIN round ON round.id = w.round_id AND round.study_id = ${studyId}::uuid
    WHERE w.waits_for = 'extra' OR w.because = 'nobody_left'`
  return rows.map(({ id }) => id)
}
