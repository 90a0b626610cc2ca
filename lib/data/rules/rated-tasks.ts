import type { Transaction } from '@/lib/data/db'

/** Tasks of a study with ratings, whose cells may have to be settled anew. */
export async function ratedTasks(tx: Transaction, studyId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT task_id AS id FROM assignment
    WHERE study_id = ${studyId}::uuid AND kind IN ('live', 'extra') AND status = 'submitted'`
  return rows.map(({ id }) => id)
}
