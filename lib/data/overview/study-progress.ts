import { db } from '@/lib/data/db'
import { Prisma } from '@/lib/data/generated/client'
import type { Admin } from '@/lib/domain/people/actor'
import { paceOf, type Pace } from '@/lib/domain/study/pace'
import {
  progressByAbility,
  progressOverall,
  type AbilityProgress,
  type ReachedGroup,
} from '@/lib/domain/study/progress'
import { reachedSql } from './reached-sql'
import type { StudyHead } from './study-head'

export type StudyProgress = {
  tasks: number
  /** Live ratings that count, and how many it takes until every task has k and what was asked anew is rated again. */
  given: number
  wanted: number
  /** Those still to come. */
  left: number
  /** Of these ratings the ones of cells that a repaired rubric asks for anew; the earlier ones hold for all else. */
  anew: { given: number; wanted: number }
  /** Tasks with 0, 1 … k live ratings. */
  reached: number[]
  byAbility: AbilityProgress[]
}

type Head = Pick<StudyHead, 'id' | 'roundId' | 'abilities' | 'settings'>

/** How far the current round is, over all and by ability. Counts only: nothing here depends on a score. */
export async function studyProgress(_admin: Admin, study: Head): Promise<StudyProgress> {
  // Grouped by tag set before anything is rolled up: a hundred thousand tasks come back as a handful of rows.
  const groups = await db.$queryRaw<(ReachedGroup & Given)[]>`
    WITH ${reachedSql(Prisma.sql`t.round_id = ${study.roundId}::uuid`)}
    SELECT prompt.abilities, least(reached, ${study.settings.ratingsPerTask}::int) AS reached, count(*)::int AS tasks,
      sum(whole)::int AS whole, sum(anew)::int AS anew, sum(anew_left)::int AS "anewLeft"
    FROM reached JOIN prompt ON prompt.id = reached.prompt_id
    GROUP BY 1, 2`
  const k = study.settings.ratingsPerTask
  const overall = progressOverall(k, groups)
  const paths = study.abilities.map((ability) => ability.path)
  return {
    ...overall,
    ...ratingsOf(groups, overall.tasks * k),
    byAbility: progressByAbility(paths, k, groups),
  }
}

type Given = { whole: number; anew: number; anewLeft: number }

/** @param asked ratings of whole tasks that are asked for: k a task */
function ratingsOf(groups: readonly Given[], asked: number) {
  const sum = (pick: (group: Given) => number) => groups.reduce((total, group) => total + pick(group), 0)
  const again = sum(({ anew }) => anew)
  const anew = { given: again, wanted: again + sum(({ anewLeft }) => anewLeft) }
  const given = sum(({ whole }) => whole) + anew.given
  const wanted = asked + anew.wanted
  return { given, wanted, left: wanted - given, anew }
}

export type StudyPace = Pace & {
  /** Ratings in each of the last 24 hours, the latest last. */
  hours: number[]
}

/** How fast live ratings come in, and when the rest is done at this pace. */
export async function studyPace(
  _admin: Admin,
  study: Pick<StudyHead, 'id'> & { left: number; now: Date },
): Promise<StudyPace> {
  const since = new Date(study.now.getTime() - 24 * 3_600_000)
  const rows = await db.$queryRaw<{ hour: number; ratings: number; first: Date }[]>`
    SELECT floor(extract(epoch FROM (rating.created_at - ${since})) / 3600)::int AS hour,
      count(*)::int AS ratings, min(rating.created_at) AS first
    FROM rating JOIN assignment ON assignment.id = rating.assignment_id
    WHERE rating.created_at >= ${since} AND rating.created_at < ${study.now} AND rating.revision = 1
      AND assignment.study_id = ${study.id}::uuid AND assignment.kind = 'live'
    GROUP BY 1 ORDER BY 1`
  const hours = Array.from({ length: 24 }, (_, hour) => rows.find((row) => row.hour === hour)?.ratings ?? 0)
  const ratings = hours.reduce((sum, each) => sum + each, 0)
  return { ...paceOf({ ratings, first: rows[0]?.first ?? null, left: study.left }, study.now), hours }
}
