import type { Rater } from '@/lib/domain/people/actor'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { db } from '@/lib/data/db'
import { deskQuery } from '@/lib/data/desk-query'
import { Prisma } from '@/lib/data/generated/client'
import { blindTask, type BlindRow } from './blind-tasks'
import { blindTaskSql } from './claim-sql'

/** Leases of this rater in this study that run, oldest first: those of a calibration while one is under way. */
export async function heldTasks(rater: Rater, slug: string, limit = 6): Promise<BlindTask[]> {
  const rows = await deskQuery<BlindRow>(Prisma.sql`
    WITH shown AS (
      SELECT a.id, a.task_id, a.rubric_id, a.label_order, a.lease_until, a.turn
      FROM assignment a JOIN study st ON st.id = a.study_id AND st.slug = ${slug}
      JOIN enrolment e ON e.study_id = a.study_id AND e.rater_id = a.rater_id
      WHERE a.rater_id = ${rater.id}::uuid AND a.status = 'leased' AND a.lease_until > now()
        AND (a.kind = 'calibration') = (e.state = 'calibrating')
      ORDER BY a.turn LIMIT ${limit}::int)
    ${blindTaskSql}`)
  return Promise.all(rows.map((row) => blindTask(db, row)))
}
