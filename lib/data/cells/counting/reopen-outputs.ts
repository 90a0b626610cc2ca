import type { Transaction } from '@/lib/data/db'
import {
  isCurrentSql,
  isStoppedSql,
  lastSlotSql,
  openingColumnsSql,
  audienceSql,
  stoppedOutputsSql,
} from './stops-sql'

/**
 * Lets somebody else judge the outputs for which these ratings stopped counting: one slot a rating, asked for these
 * outputs alone. Outputs that somebody replaces already, and ratings that stopped as a whole, are left out: twice asked
 * for is asked for too often. An extra rating for arbitration is not replaced here: its cells ask again when they are
 * settled. Nothing opens in a study that takes no more work.
 */
export async function reopenOutputs(tx: Transaction, ratingIds: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    WITH lost AS (
      SELECT a.id, a.task_id, ARRAY(
        SELECT output FROM unnest(${stoppedOutputsSql}) output
        WHERE NOT EXISTS (SELECT FROM opening o WHERE o.replaces = a.id AND output = ANY (o.scope))
          AND NOT EXISTS (SELECT FROM assignment other WHERE other.task_id = a.task_id AND other.replaces = a.id
            AND other.status IN ('leased', 'submitted') AND output = ANY (other.scope)
            AND NOT EXISTS (SELECT FROM rating r WHERE r.assignment_id = other.id AND ${isCurrentSql}
              AND (${isStoppedSql} OR output = ANY (${stoppedOutputsSql}))))
      ) AS outputs
      FROM rating r JOIN assignment a ON a.id = r.assignment_id JOIN study st ON st.id = a.study_id
      WHERE r.id = ANY (${ratingIds}::uuid[]) AND st.state IN ('open', 'paused') AND NOT ${isStoppedSql}
        AND NOT (a.kind = 'extra' AND cardinality(a.scope_cells) > 0)
    )
    INSERT INTO opening (${openingColumnsSql})
    SELECT t.round_id, nextval('opening_tail'), t.id, 'extra',
      ${lastSlotSql} + row_number() OVER (PARTITION BY t.id), lost.outputs, '{}', lost.id, ${audienceSql}
    FROM lost JOIN task t ON t.id = lost.task_id WHERE cardinality(lost.outputs) > 0 AND t.anchored_at IS NULL`
}

/**
 * Takes back free slots that were to replace ratings, or outputs of them, that count again: a slot whose outputs are still
 * wanted in part asks for these alone. Who took one keeps it.
 */
export async function withdrawOutputs(tx: Transaction, ratingIds: readonly string[]): Promise<number> {
  await tx.$executeRaw`
    UPDATE opening o SET scope = ARRAY(SELECT output FROM unnest(o.scope) output WHERE output = ANY (${stoppedOutputsSql}))
    FROM rating r
    WHERE r.id = ANY (${ratingIds}::uuid[]) AND o.replaces = r.assignment_id AND o.kind = 'extra'
      AND o.scope && ${stoppedOutputsSql} AND NOT o.scope <@ ${stoppedOutputsSql}`
  return tx.$executeRaw`
    DELETE FROM opening o USING rating r
    WHERE r.id = ANY (${ratingIds}::uuid[]) AND o.replaces = r.assignment_id AND o.kind = 'extra'
      AND NOT o.scope && ${stoppedOutputsSql}`
}
