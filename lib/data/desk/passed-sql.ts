import { Prisma } from '@/lib/data/generated/client'
import { suitsSql } from './suits-sql'

/**
 * What another rater takes out of the line while walking along it: places of checks that wait to come again. Were they
 * slots, this rater would have taken them, so they are gone for the one whose they are: as often as work is.
 *
 * Whether this rater would have, is asked of the live task that came next to the check: whoever has had that one in a slot
 * of its own could not have taken it back from the other.
 */
export function passedSql(
  rater: string,
  { from, wanted }: { from: Prisma.Sql; wanted: Prisma.Sql },
): Prisma.Sql {
  return Prisma.sql`
  reach AS (
    SELECT CASE WHEN count(*) < ${wanted} THEN 9223372036854775807 ELSE max(shuffle_key) END AS shuffle_key FROM chosen
  ), passed AS (
    DELETE FROM opening gone USING (
      SELECT q.round_id, q.shuffle_key FROM opening q
      CROSS JOIN LATERAL (SELECT * FROM assignment WHERE assignment.id = q.replaces OFFSET 0) own
      WHERE q.round_id = (SELECT round_id FROM seat) AND q.kind = 'check' AND own.rater_id <> ${rater}::uuid
        AND q.shuffle_key > ${from} AND q.shuffle_key <= (SELECT shuffle_key FROM reach) AND ${suitsSql}
        AND NOT EXISTS (
          SELECT FROM assignment had JOIN ${besideSql} beside ON beside.task_id = had.task_id
          WHERE had.rater_id = ${rater}::uuid AND (had.kind = 'live' AND had.slot <> beside.slot OR had.kind IN ('check', 'calibration')))
      FOR UPDATE OF q SKIP LOCKED
    ) met WHERE gone.round_id = met.round_id AND gone.shuffle_key = met.shuffle_key
  )`
}

/** The live task that the rater of `own` was given last before it, or first after it. */
const besideSql = Prisma.sql`LATERAL (
            SELECT near.task_id, near.slot FROM assignment near
            WHERE near.study_id = own.study_id AND near.rater_id = own.rater_id AND near.kind = 'live'
            ORDER BY near.turn > own.turn, abs(near.turn - own.turn) LIMIT 1)`
