import type { Workload } from '@/lib/data/checks/check-rates'
import { deskQuery } from '@/lib/data/desk-query'
import { Prisma } from '@/lib/data/generated/client'
import type { AssignmentKind, EnrolmentState, StudyState } from '@/lib/data/generated/enums'
import { workloadSql } from './progress'

/** What is known of an assignment before a rating is judged. Ids of outputs stand in the order of the labels. */
export type Loaded = Workload & {
  kind: AssignmentKind
  status: 'leased' | 'submitted' | 'skipped' | 'expired'
  studyId: string
  state: StudyState
  enrolment: EnrolmentState
  rubricId: string
  outputIds: string[]
  hold: number
  done: number
  /** Other leases that this rater holds in this study. */
  others: number
  savedHash: Uint8Array | null
  savedRatingId: string | null
  savedNextId: string | null
}

type Asked = { assignmentId: string; idempotencyKey: string }

/** One row, or none where the assignment is not this rater's in this study. */
export function loadSql(raterId: string, slug: string, asked: Asked): Prisma.Sql {
  return Prisma.sql`
    SELECT a.kind::text, a.status::text, st.id AS "studyId", st.state::text, e.state::text AS enrolment, a.rubric_id AS "rubricId",
      e.hold::int, ${workloadSql},
      ARRAY(SELECT x.output_id FROM task_output x WHERE x.task_id = a.task_id
        ORDER BY array_position(a.label_order, x.position))::text[] AS "outputIds",
      (SELECT count(*)::int FROM assignment held WHERE held.rater_id = a.rater_id AND held.study_id = a.study_id
        AND held.status = 'leased' AND held.lease_until > now() AND held.id <> a.id
        AND (held.kind = 'calibration') = (a.kind = 'calibration')) AS others,
      i.body_hash AS "savedHash", i.rating_id AS "savedRatingId", i.next_id AS "savedNextId"
    FROM assignment a
    JOIN study st ON st.id = a.study_id AND st.slug = ${slug}
    JOIN round r ON r.id = st.current_round_id
    JOIN protocol p ON p.id = st.current_protocol_id
    JOIN enrolment e ON e.study_id = a.study_id AND e.rater_id = a.rater_id
    LEFT JOIN idempotency i ON i.rater_id = a.rater_id AND i.key = ${asked.idempotencyKey}
    WHERE a.id = ${asked.assignmentId}::uuid AND a.rater_id = ${raterId}::uuid`
}

export async function loadAssignment(raterId: string, slug: string, asked: Asked): Promise<Loaded | null> {
  const [row] = await deskQuery<Loaded>(loadSql(raterId, slug, asked))
  return row ?? null
}
