import { createHash } from 'node:crypto'
import type { Rater } from '@/lib/domain/people/actor'
import type { Progress } from '@/lib/domain/rating/blind-task'
import { db } from '@/lib/data/db'
import { progressOf } from './assignments'

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
  done: number
  study: { slug: string; name: string; state: OwnStudy['state']; currentRoundId: string | null }
}

const columns = {
  state: true,
  done: true,
  study: { select: { slug: true, name: true, state: true, currentRoundId: true } },
} as const

/** The studies in which this rater takes part, newest first. */
export async function myStudies(rater: Rater): Promise<OwnStudy[]> {
  const rows = await db.enrolment.findMany({
    where: { raterId: rater.id, state: { not: 'excluded' } },
    orderBy: { study: { createdAt: 'desc' } },
    select: columns,
  })
  return Promise.all(rows.map((row) => ownStudy(rater, row)))
}

/** A study's desk, null where this rater takes no part in it. */
export async function deskOf(rater: Rater, slug: string): Promise<OwnStudy | null> {
  const row = await db.enrolment.findFirst({
    where: { raterId: rater.id, state: { not: 'excluded' }, study: { slug } },
    select: columns,
  })
  return row && ownStudy(rater, row)
}

async function ownStudy(rater: Rater, { state, done, study }: StudyRow): Promise<OwnStudy> {
  const { slug, name, currentRoundId } = study
  const takesWork = study.state === 'open' || study.state === 'paused'
  const tasks = takesWork && currentRoundId ? await tasksFor(rater, currentRoundId) : 0
  const progress = progressOf({ done, tasks }, tasks > 0)
  return { slug, name, state: study.state, enrolment: state, progress, draftKey: draftKeyOf(rater) }
}

/**
 * All tasks of the round, or 0 where none is held and no free slot fits. Conflicts of interest count like any other
 * slot that does not fit, so that a number tells nothing about who takes part.
 */
async function tasksFor(rater: Rater, roundId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ tasks: number; some: boolean }[]>`
    SELECT (SELECT count(*)::int FROM task t WHERE t.round_id = ${roundId}::uuid) AS tasks,
      EXISTS (SELECT FROM assignment a JOIN task t ON t.id = a.task_id AND t.round_id = ${roundId}::uuid
        WHERE a.rater_id = ${rater.id}::uuid AND a.status = 'leased' AND a.lease_until > now())
      OR EXISTS (SELECT FROM opening q LEFT JOIN person ON person.account_id = ${rater.id}::uuid
        WHERE q.round_id = ${roundId}::uuid AND q.skills <@ coalesce(person.skills, '{}')
          AND (coalesce(cardinality(person.languages), 0) = 0
            OR q.language = ANY (ARRAY(SELECT split_part(lower(l), '-', 1) FROM unnest(person.languages) l)))
          AND NOT q.organization_ids && ARRAY(SELECT f.organization_id FROM affiliation f
            WHERE f.account_id = ${rater.id}::uuid AND (f.until IS NULL OR f.until >= current_date))
          AND NOT EXISTS (SELECT FROM assignment seen WHERE seen.task_id = q.task_id
            AND seen.rater_id = ${rater.id}::uuid AND seen.status IN ('leased', 'submitted'))) AS some`
  return row?.some ? row.tasks : 0
}

function draftKeyOf(rater: Rater): string {
  return createHash('sha256').update(`drafts of ${rater.id}`).digest('hex').slice(0, 16)
}
