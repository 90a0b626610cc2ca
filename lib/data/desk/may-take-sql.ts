import { Prisma } from '@/lib/data/generated/client'
import { raterColumnsSql } from './suits-sql'

/** A repaired rubric asks for some of a task's cells anew, and for these alone: what came before does not matter then. */
const askedAnewSql = Prisma.sql`(seen.rubric_id <> (SELECT rubric_id FROM seat) AND q.kind = 'live' AND cardinality(q.scope_cells) > 0)`

/**
 * Whether the rater of `seat` may take an opening `q`: of a task that the rater neither holds nor has submitted, nor handed
 * back twice. What came as a check or in a calibration never comes as work: its text was another one, or its scores were
 * shown.
 *
 * What was handed back once, or has run out, comes again in the very slot that this rater let go, unless somebody else
 * took it first; a check has such a place of its own. Other slots of the task would tell work from checks, which have none:
 * they come to this rater only where nobody else is at work who could take them, so that no study waits for ever.
 */
export function mayTakeSql(rater: string): Prisma.Sql {
  return Prisma.sql`
  CASE WHEN q.kind = 'check' THEN EXISTS (SELECT FROM assignment own WHERE own.id = q.replaces AND own.rater_id = ${rater}::uuid)
  ELSE (SELECT coalesce(sum(CASE WHEN seen.kind IN ('check', 'calibration') THEN 2
        WHEN seen.status = 'expired' OR ${askedAnewSql} THEN 0 WHEN seen.status = 'skipped' THEN 1 ELSE 2 END), 0) < 2
      AND (NOT coalesce(bool_or(seen.status IN ('skipped', 'expired') AND NOT ${askedAnewSql}), false)
        OR ${hadLastSql(Prisma.sql`${rater}::uuid`)} OR NOT ${othersSql(rater)})
    FROM assignment seen WHERE seen.task_id = q.task_id AND seen.rater_id = ${rater}::uuid AND seen.kind <> 'inspection') END`
}

/** Whether nobody had the slot of `q` after this rater let it go. */
function hadLastSql(rater: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((
    SELECT had.rater_id = ${rater} FROM assignment had
    WHERE had.task_id = q.task_id AND had.kind = q.kind AND had.slot = q.slot ORDER BY had.turn DESC LIMIT 1), false)`
}

/** Whether somebody else who was at work within a day may take `q`: has never had its task, or let this very slot go. */
function othersSql(rater: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM enrolment e JOIN account ON account.id = e.rater_id AND account.disabled_at IS NULL
    LEFT JOIN person ON person.account_id = e.rater_id CROSS JOIN LATERAL (SELECT ${raterColumnsSql}) other
    WHERE e.study_id = (SELECT study_id FROM seat) AND e.rater_id <> ${rater}::uuid AND e.state = 'active'
      AND (cardinality(other.languages) = 0 OR q.language = 'und' OR q.language = ANY (other.languages))
      AND q.skills <@ other.skills AND NOT q.organization_ids && other.organizations
      AND EXISTS (SELECT FROM assignment lately WHERE lately.study_id = e.study_id AND lately.rater_id = e.rater_id
        AND (lately.status = 'leased' OR lately.ended_at > now() - interval '1 day'))
      AND CASE (SELECT count(*) FROM assignment had WHERE had.task_id = q.task_id AND had.rater_id = e.rater_id AND had.kind <> 'inspection')
        WHEN 0 THEN true
        ELSE ${hadLastSql(Prisma.sql`e.rater_id`)} AND (SELECT count(*) FROM assignment had
          WHERE had.task_id = q.task_id AND had.rater_id = e.rater_id AND had.status = 'skipped') < 2 END)`
}
