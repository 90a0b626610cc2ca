import { db } from '@/lib/data/db'
import { backInLineSql } from './back-in-line-sql'

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
      RETURNING id, task_id, kind, slot, scope, scope_cells, replaces)
    ${backInLineSql('gone')}`
}
