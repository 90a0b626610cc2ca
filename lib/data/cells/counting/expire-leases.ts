import type { Transaction } from '@/lib/data/db'
import { backInLineSql } from '@/lib/data/desk/back-in-line-sql'

/** Ends the turns that a rater holds in a study; their slots go back to the end of the line, as they were. */
export async function expireLeases(tx: Transaction, of: { studyId: string; raterId: string }): Promise<void> {
  await tx.$executeRaw`
    WITH gone AS (
      UPDATE assignment SET status = 'expired', ended_at = now(), lease_until = NULL
      WHERE study_id = ${of.studyId}::uuid AND rater_id = ${of.raterId}::uuid AND status = 'leased'
      RETURNING id, task_id, kind, slot, scope, scope_cells, replaces
    )
    ${backInLineSql('gone')}`
}
