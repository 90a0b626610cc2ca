import type { Transaction } from '@/lib/data/db'
import { isNeedlessSql } from './needless-sql'
import { audienceSql, openingColumnsSql } from './stops-sql'

/** Ends the turns that a rater holds in a study; live and extra slots go back to the end of the line, as they were. */
export async function expireLeases(tx: Transaction, of: { studyId: string; raterId: string }): Promise<void> {
  await tx.$executeRaw`
    WITH gone AS (
      UPDATE assignment SET status = 'expired', ended_at = now(), lease_until = NULL
      WHERE study_id = ${of.studyId}::uuid AND rater_id = ${of.raterId}::uuid AND status = 'leased'
      RETURNING task_id, kind, slot, scope, scope_cells, replaces
    )
    INSERT INTO opening (${openingColumnsSql})
    SELECT t.round_id, nextval('opening_tail'), t.id, gone.kind, gone.slot, gone.scope, gone.scope_cells, gone.replaces,
      ${audienceSql}
    FROM gone JOIN task t ON t.id = gone.task_id WHERE gone.kind IN ('live', 'extra') AND t.anchored_at IS NULL
      AND NOT ${isNeedlessSql('gone')}`
}
