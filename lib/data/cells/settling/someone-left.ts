import type { Transaction } from '@/lib/data/db'
import { raterColumnsSql } from '@/lib/data/desk/suits-sql'

/**
 * Those of the tasks for which somebody is left who could be asked: takes part in the study, may see the task, and has
 * neither rated nor holds it nor handed it back twice (as claims have it, lib/data/desk/suits-sql.ts). Who is paused or
 * calibrates may come back.
 */
export async function tasksWithSomeoneLeft(
  tx: Transaction,
  studyId: string,
  taskIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (taskIds.length === 0) return new Set()
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH seat AS MATERIALIZED (
      SELECT e.rater_id, ${raterColumnsSql}
      FROM enrolment e JOIN account ON account.id = e.rater_id AND account.disabled_at IS NULL
      LEFT JOIN person ON person.account_id = e.rater_id
      WHERE e.study_id = ${studyId}::uuid AND e.state IN ('active', 'calibrating', 'paused')
    )
    SELECT t.id FROM task t WHERE t.id = ANY (${taskIds}::uuid[]) AND t.anchored_at IS NULL AND EXISTS (
      SELECT FROM seat
      WHERE (cardinality(seat.languages) = 0 OR t.language = 'und' OR t.language = ANY (seat.languages))
        AND t.skills <@ seat.skills AND NOT t.organization_ids && seat.organizations
        AND (SELECT coalesce(sum(CASE WHEN seen.kind IN ('check', 'calibration') THEN 2 WHEN seen.status = 'expired' THEN 0
            WHEN seen.status = 'skipped' THEN 1 ELSE 2 END), 0)
          FROM assignment seen WHERE seen.task_id = t.id AND seen.rater_id = seat.rater_id
            AND seen.kind <> 'inspection') < 2)`
  return new Set(rows.map(({ id }) => id))
}
