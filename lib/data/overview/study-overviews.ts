import { db } from '@/lib/data/db'
import { Prisma } from '@/lib/data/generated/client'
import { isWithdrawnSql } from '@/lib/data/lots/withdrawn-sql'
import { disputedCells } from '@/lib/data/studies/disputes'
import type { Admin } from '@/lib/domain/people/actor'
import type { StudyState } from '@/lib/domain/study/study-state'
import { reachedSql } from './reached-sql'

export type StudyOverview = {
  slug: string
  name: string
  state: StudyState
  source: 'desk' | 'imported'
  sample: boolean
  tasks: number
  complete: number
  /** Counted once work has ended and it decides what is next; null before and after. */
  needsArbitration: number | null
  /** Lots and appeals that wait for an inspector. */
  lots: number
  appeals: number
  /** Raters who may work in it now. */
  active: number
  releases: number
}

type Row = Omit<StudyOverview, 'needsArbitration'> & { id: string }

/** Every study with how far it is in its current round, newest first. */
export async function studyOverviews(_admin: Admin): Promise<StudyOverview[]> {
  const rows = await overviewRows()
  return Promise.all(
    rows.map(async ({ id, ...row }) => ({
      ...row,
      needsArbitration: row.state === 'closed' ? await disputedCells(db, id) : null,
    })),
  )
}

function overviewRows(): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    WITH now_in AS (
      SELECT DISTINCT ON (study_id) id, study_id FROM round ORDER BY study_id, number DESC
    ), ${reachedSql(Prisma.sql`t.round_id IN (SELECT id FROM now_in)`)}, progress AS (
      SELECT study_id, count(*) AS tasks, count(*) FILTER (WHERE reached >= k) AS complete FROM reached GROUP BY study_id
    )
    SELECT study.id, study.slug, study.name, study.state::text, study.source::text, study.sample,
      coalesce(progress.tasks, 0)::int AS tasks, coalesce(progress.complete, 0)::int AS complete,
      (SELECT count(*)::int FROM enrolment WHERE study_id = study.id AND state = 'active') AS active,
      (SELECT count(*)::int FROM lot WHERE round_id = study.current_round_id AND state = 'drawn' AND NOT ${isWithdrawnSql}) AS lots,
      (SELECT count(*)::int FROM appeal WHERE study_id = study.id AND state = 'waiting') AS appeals,
      (SELECT count(*)::int FROM release WHERE study_id = study.id) AS releases
    FROM study LEFT JOIN progress ON progress.study_id = study.id
    ORDER BY study.created_at DESC`
}
