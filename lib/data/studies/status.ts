import type { Admin } from '@/lib/domain/people/actor'
import { UserError } from '@/lib/domain/user-error'
import { db } from '@/lib/data/db'
import { disputedCells } from './disputes'

export type StudyStatus = {
  slug: string
  state: string
  round: number
  k: number
  tasks: number
  complete: number
  ratings: number
  needsArbitration: number
  byAbility: { path: string; done: number; of: number }[]
}

/** How far a study is. Counts only: nothing here differs by model. */
export async function studyStatus(admin: Admin, slug: string): Promise<StudyStatus> {
  const study = await db.study.findUnique({
    where: { slug },
    select: {
      id: true,
      state: true,
      rounds: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
      protocols: { orderBy: { version: 'desc' }, take: 1, select: { ratingsPerTask: true } },
    },
  })
  if (!study) throw new UserError('not_found', `There is no study "${slug}".`)
  const abilities = await db.$queryRaw<{ path: string; done: number; of: number; ratings: number }[]>`
    WITH work AS (
      SELECT t.id, t.prompt_id, p.ratings_per_task,
        (SELECT count(*) FROM assignment a WHERE a.task_id = t.id AND a.kind = 'live' AND a.status = 'submitted') AS ratings
      FROM task t JOIN protocol p ON p.id = t.protocol_id WHERE t.study_id = ${study.id}::uuid
    )
    SELECT coalesce(split_part(prompt.abilities[1], '/', 1), '') AS path, count(*)::int AS "of",
      count(*) FILTER (WHERE work.ratings >= work.ratings_per_task)::int AS done, sum(work.ratings)::int AS ratings
    FROM work JOIN prompt ON prompt.id = work.prompt_id GROUP BY 1 ORDER BY min(prompt.position)`
  const sum = (pick: (row: (typeof abilities)[number]) => number) => abilities.reduce((total, row) => total + pick(row), 0)
  return {
    slug,
    state: study.state,
    round: study.rounds[0]?.number ?? 1,
    k: study.protocols[0]?.ratingsPerTask ?? 0,
    tasks: sum((row) => row.of),
    complete: sum((row) => row.done),
    ratings: sum((row) => row.ratings),
    needsArbitration: await disputedCells(db, study.id),
    byAbility: abilities.map(({ path, done, of }) => ({ path, done, of })),
  }
}

/** All studies, newest first. */
export async function studyList(_admin: Admin): Promise<{ slug: string; name: string; state: string; sample: boolean }[]> {
  return db.study.findMany({ orderBy: { createdAt: 'desc' }, select: { slug: true, name: true, state: true, sample: true } })
}
