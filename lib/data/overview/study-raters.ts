import { db } from '@/lib/data/db'
import type { Admin } from '@/lib/domain/people/actor'
import type { StudyHead } from './study-head'

export type EnrolmentState = 'invited' | 'calibrating' | 'active' | 'paused' | 'excluded' | 'finished'

export type StudyRater = {
  accountId: string
  pseudonym: string
  /** Null where the person has been erased. */
  name: string | null
  login: string | null
  state: EnrolmentState
  disabled: boolean
  done: number
  leased: number
  /** Median of the time at the desk; null before the first rating. */
  secondsPerTask: number | null
  lastAt: Date | null
}

/** Who takes part, how much each has done and how long a task takes them. No score enters. */
export function studyRaters(_admin: Admin, study: Pick<StudyHead, 'id'>): Promise<StudyRater[]> {
  return db.$queryRaw<StudyRater[]>`
    WITH work AS (
      SELECT assignment.rater_id, count(*) FILTER (WHERE assignment.status = 'submitted') AS done,
        count(*) FILTER (WHERE assignment.status = 'leased') AS leased,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY rating.dwell_ms) / 1000 AS seconds,
        max(rating.created_at) AS last_at
      FROM assignment LEFT JOIN rating ON rating.assignment_id = assignment.id AND rating.revision = 1
      WHERE assignment.study_id = ${study.id}::uuid GROUP BY assignment.rater_id
    )
    SELECT account.id AS "accountId", enrolment.pseudonym, person.name, person.login, enrolment.state::text,
      account.disabled_at IS NOT NULL AS disabled, coalesce(work.done, 0)::int AS done,
      coalesce(work.leased, 0)::int AS leased, work.seconds::float8 AS "secondsPerTask", work.last_at AS "lastAt"
    FROM enrolment JOIN account ON account.id = enrolment.rater_id
    LEFT JOIN person ON person.account_id = account.id LEFT JOIN work ON work.rater_id = account.id
    WHERE enrolment.study_id = ${study.id}::uuid
    ORDER BY work.done DESC NULLS LAST, enrolment.pseudonym`
}

export type Candidate = { id: string; name: string; login: string }

/** Raters who could be enrolled: not in the study yet, and able to sign in. */
export function enrolmentCandidates(_admin: Admin, study: Pick<StudyHead, 'id'>): Promise<Candidate[]> {
  return db.$queryRaw<Candidate[]>`
    SELECT account.id, person.name, person.login FROM account JOIN person ON person.account_id = account.id
    WHERE account.role = 'rater' AND account.disabled_at IS NULL AND account.erased_at IS NULL
      AND NOT account.simulated
      AND NOT EXISTS (SELECT FROM enrolment WHERE study_id = ${study.id}::uuid AND rater_id = account.id)
    ORDER BY person.name LIMIT 500`
}
