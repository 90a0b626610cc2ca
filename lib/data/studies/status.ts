import type { Admin } from '@/lib/domain/people/actor'
import { UserError } from '@/lib/domain/user-error'
import { db } from '@/lib/data/db'
import { Prisma } from '@/lib/data/generated/client'
import { reachedSql } from '@/lib/data/overview/reached-sql'
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

/**
 * How far a study is, in live work: prompts with anchors have left it, and a rating that stopped counting does not
 * complete a task. Counts only: nothing here differs by model.
 */
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
    WITH ${reachedSql(Prisma.sql`t.study_id = ${study.id}::uuid`)}
    SELECT coalesce(split_part(prompt.abilities[1], '/', 1), '') AS path, count(*)::int AS "of",
      count(*) FILTER (WHERE reached.reached >= reached.k)::int AS done, sum(reached.ratings)::int AS ratings
    FROM reached JOIN prompt ON prompt.id = reached.prompt_id GROUP BY 1 ORDER BY min(prompt.position)`
  const sum = (pick: (row: (typeof abilities)[number]) => number) =>
    abilities.reduce((total, row) => total + pick(row), 0)
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
export async function studyList(
  _admin: Admin,
): Promise<{ slug: string; name: string; state: string; sample: boolean }[]> {
  return db.study.findMany({
    orderBy: { createdAt: 'desc' },
    select: { slug: true, name: true, state: true, sample: true },
  })
}
