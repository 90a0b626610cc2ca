import type { Rater } from '@/lib/domain/people/actor'
import type { Progress } from '@/lib/domain/rating/blind-task'
import { calibrationProgress } from '@/lib/data/calibration/attempts/own-calibration'
import type { Workload } from '@/lib/data/checks/check-rates'
import { db } from '@/lib/data/db'
import { deskQuery } from '@/lib/data/desk-query'
import { Prisma } from '@/lib/data/generated/client'
import { draftKeyOf } from './draft-key'
import { progressOf, workloadSql } from './progress'
import { mayTakeSql } from './may-take-sql'
import { raterColumnsSql, suitsSql } from './suits-sql'

/** A study as its rater may know it: no prompt set, no models, no counts of either but the own work. */
export type OwnStudy = {
  slug: string
  name: string
  state: 'draft' | 'open' | 'paused' | 'closed' | 'unsealed' | 'published'
  enrolment: 'invited' | 'calibrating' | 'active' | 'paused' | 'excluded' | 'finished'
  progress: Progress
  /** An opaque word under which this rater's drafts are kept in a browser that others may use too. */
  draftKey: string
}

type StudyRow = {
  state: OwnStudy['enrolment']
  studyId: string
  study: { slug: string; name: string; state: OwnStudy['state'] }
}

const columns = {
  state: true,
  studyId: true,
  study: { select: { slug: true, name: true, state: true } },
} as const

/** The studies in which this rater takes part, or took part until excluded, newest first. */
export async function myStudies(rater: Rater): Promise<OwnStudy[]> {
  const rows = await db.enrolment.findMany({
    where: { raterId: rater.id },
    orderBy: { study: { createdAt: 'desc' } },
    select: columns,
  })
  return Promise.all(rows.map((row) => ownStudy(rater, row)))
}

/** A study's desk, null where this rater takes no part in it, or takes no part any more. */
export async function deskOf(rater: Rater, slug: string): Promise<OwnStudy | null> {
  const row = await db.enrolment.findFirst({
    where: { raterId: rater.id, state: { not: 'excluded' }, study: { slug } },
    select: columns,
  })
  return row && ownStudy(rater, row)
}

async function ownStudy(rater: Rater, { state, studyId, study }: StudyRow): Promise<OwnStudy> {
  const isCalibrating = state === 'calibrating'
  const progress = isCalibrating
    ? await calibrationProgress({ studyId, raterId: rater.id })
    : await workProgress(rater, studyId)
  // Free slots are none for one who gets no more of them.
  if (state === 'excluded') progress.left = 0
  return { ...study, enrolment: state, progress, draftKey: draftKeyOf(rater) }
}

/**
 * Nothing is left where no task is held and no free slot fits. Conflicts of interest count like any other slot that does
 * not fit, so that a number tells nothing about who takes part.
 */
async function workProgress(rater: Rater, studyId: string): Promise<Progress> {
  const [row] = await deskQuery<Workload & { done: number; more: boolean }>(Prisma.sql`
    WITH seat AS (
      SELECT st.id AS study_id, st.current_round_id AS round_id, st.current_rubric_id AS rubric_id, ${raterColumnsSql}, ${workloadSql}
      FROM study st JOIN enrolment e ON e.study_id = st.id AND e.rater_id = ${rater.id}::uuid
      LEFT JOIN round r ON r.id = st.current_round_id LEFT JOIN protocol p ON p.id = st.current_protocol_id
      LEFT JOIN person ON person.account_id = e.rater_id
      WHERE st.id = ${studyId}::uuid
    )
    SELECT seat.done, coalesce(seat.tasks, 0) AS tasks, seat.checks, seat."seedA", seat."seedB",
      EXISTS (SELECT FROM study st WHERE st.id = ${studyId}::uuid AND st.state IN ('open', 'paused')) AND (
        EXISTS (SELECT FROM assignment a WHERE a.rater_id = ${rater.id}::uuid AND a.study_id = ${studyId}::uuid
          AND a.status = 'leased' AND a.lease_until > now() AND a.kind <> 'calibration')
        OR EXISTS (SELECT FROM opening q WHERE q.round_id = seat.round_id AND ${suitsSql} AND ${mayTakeSql(rater.id)})) AS more
    FROM seat`)
  return row ? progressOf(row, row.more) : { done: 0, left: 0 }
}
