import { isNeedlessSql } from '@/lib/data/cells/counting/needless-sql'
import { db } from '@/lib/data/db'

/**
 * Sends the slots of expired leases to the end of the line, where every rater's cursor finds them again; a slot whose
 * outputs count again from elsewhere ends with its lease. Any number of workers may sweep at once. Returns how many went
 * back.
 */
export async function sweepExpiredLeases(): Promise<number> {
  return db.$executeRaw`
    WITH gone AS (
      UPDATE assignment SET status = 'expired', ended_at = now(), lease_until = NULL
      WHERE id IN (SELECT id FROM assignment WHERE status = 'leased' AND lease_until < now()
        ORDER BY lease_until LIMIT 1000 FOR UPDATE SKIP LOCKED)
      RETURNING task_id, kind, slot, scope, scope_cells, replaces)
    INSERT INTO opening (round_id, shuffle_key, task_id, kind, slot, scope, scope_cells, replaces, language, skills, organization_ids)
    SELECT t.round_id, nextval('opening_tail'), t.id, gone.kind, gone.slot, gone.scope, gone.scope_cells, gone.replaces,
      t.language, t.skills, t.organization_ids
    FROM gone JOIN task t ON t.id = gone.task_id WHERE gone.kind IN ('live', 'extra') AND NOT ${isNeedlessSql('gone')}`
}
