import { exclusionSql } from '@/lib/data/releases/score-rows-sql'
import type { DegradedOutcome } from '@/lib/domain/quality/checks/degraded-check'
import { Prisma } from '@/lib/data/generated/client'
import type { Transaction } from '@/lib/data/db'
import { cellsSql, type GivenCell } from './due-rating'
import { parsedWatched, toldSql, watchedJoins, watchedSql, type Told, type Watched } from './watched'

/** A rating of a task as it stands now, with the cells of it that count. */
export type TaskRating = {
  assignmentId: string
  raterId: string
  /** Made for cells on which others disagreed: these say nothing about how anybody usually compares. */
  isArbitration: boolean
  cells: GivenCell[]
  watched: Watched
  told: Told | null
}

/** A degraded check on a task: its rater saw another text in place of the output. */
export type DegradedRow = {
  assignmentId: string
  raterId: string
  rubricId: string
  outputId: string
  outcome: DegradedOutcome | null
  cells: GivenCell[]
}

export type TaskFacts = { ratings: TaskRating[]; degraded: DegradedRow[] }
export const nothingToCompare: TaskFacts = { ratings: [], degraded: [] }

const countsSql = Prisma.sql`e.state <> 'excluded' AND (cardinality(a.scope) = 0 OR s.output_id = ANY (a.scope))
  AND ${exclusionSql({ output: Prisma.sql`s.output_id`, criterion: Prisma.sql`s.criterion_id` })} IS NULL`

/**
 * All live and extra ratings of a task in their latest revision, in the order in which they came; what does not count is
 * not among their cells. And its degraded checks, as they were first rated.
 */
export async function factsOfTask(tx: Transaction, taskId: string): Promise<TaskFacts> {
  const [row] = await tx.$queryRaw<TaskFacts[]>`
    SELECT coalesce((SELECT json_agg(rated ORDER BY rated.sequence) FROM (
      SELECT a.id AS "assignmentId", a.rater_id AS "raterId", r.sequence, cardinality(a.scope_cells) > 0 AS "isArbitration",
        ${cellsSql(countsSql)} AS cells, ${watchedSql} AS watched, ${toldSql} AS told
      FROM assignment a
      JOIN enrolment e ON e.study_id = a.study_id AND e.rater_id = a.rater_id
      CROSS JOIN LATERAL (
        SELECT rating.id, rating.sequence, EXISTS (SELECT FROM counting_decision d WHERE d.rating_id = rating.id) AS decided
        FROM rating WHERE rating.assignment_id = a.id ORDER BY rating.revision DESC LIMIT 1
      ) r ${watchedJoins}
      WHERE a.task_id = ${taskId}::uuid AND a.status = 'submitted' AND a.kind IN ('live', 'extra')
    ) rated), '[]') AS ratings, coalesce((SELECT json_agg(checked) FROM (
      SELECT a.id AS "assignmentId", a.rater_id AS "raterId", a.rubric_id AS "rubricId", k.output_id AS "outputId",
        k.outcome, ${cellsSql()} AS cells
      FROM assignment a JOIN "check" k ON k.assignment_id = a.id AND k.kind = 'degraded'
      JOIN rating r ON r.assignment_id = a.id AND r.revision = 1
      WHERE a.task_id = ${taskId}::uuid AND a.kind = 'check' AND a.status = 'submitted'
    ) checked), '[]') AS degraded`
  if (!row) return nothingToCompare
  return { ...row, ratings: row.ratings.map((each) => ({ ...each, watched: parsedWatched(each.watched) })) }
}
