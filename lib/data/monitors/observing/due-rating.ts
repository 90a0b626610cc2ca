import { Prisma } from '@/lib/data/generated/client'
import type { CheckKind } from '@/lib/domain/quality/checks/check-kind'
import type { Transaction } from '@/lib/data/db'
import { parsedWatched, toldSql, watchedJoins, watchedSql, type Told, type Watched } from './watched'

/** A score at its place on the sheet; `position` 0 is the leftmost output. */
export type GivenCell = { outputId: string; position: number; criterion: string; value: number }

/** A check's row, for the assignments that are one. */
export type CheckRow = { kind: CheckKind; expected: unknown; ofAssignmentId: string | null }

/** A rating that came in, with what its assignment was and what the monitors know of its rater. */
export type DueRating = {
  assignmentId: string
  taskId: string
  rubricId: string
  kind: 'live' | 'extra' | 'check' | 'calibration' | 'inspection'
  ratingId: string
  revision: number
  /** Its assignment's latest revision. */
  currentId: string
  seconds: number
  /** Whether it is from after the monitors were started. */
  isWatched: boolean
  /** How much there is to read in the task; null before somebody asked. */
  work: number | null
  cells: GivenCell[]
  check: CheckRow | null
  watched: Watched
  told: Told | null
}

/**
 * Scores of a rating `r` of an assignment `a`, output by output as they were shown, then in the order of the rubric. A
 * criterion stands under the id of the first version that it carries on unchanged.
 */
export function cellsSql(condition: Prisma.Sql = Prisma.sql`true`): Prisma.Sql {
  return Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('outputId', s.output_id, 'criterion', coalesce(c.same_as, c.id), 'value', s.value,
      'position', array_position(a.label_order, x.position) - 1)
    ORDER BY array_position(a.label_order, x.position), c.position)
  FROM score s JOIN criterion c ON c.id = s.criterion_id
  JOIN task_output x ON x.task_id = a.task_id AND x.output_id = s.output_id
  WHERE s.rating_id = r.id AND ${condition}), '[]')`
}

/** What a rating said; null where there is no such rating. */
export async function dueRating(tx: Transaction, ratingId: string): Promise<DueRating | null> {
  const [row] = await tx.$queryRaw<DueRating[]>`
    SELECT a.id AS "assignmentId", a.task_id AS "taskId", a.rubric_id AS "rubricId", a.kind::text,
      r.id AS "ratingId", r.revision::int, r.dwell_ms / 1000.0::float8 AS seconds,
      (SELECT latest.id FROM rating latest WHERE latest.assignment_id = a.id ORDER BY latest.revision DESC LIMIT 1) AS "currentId",
      r.created_at >= coalesce(m.started_at, e.created_at) AS "isWatched", t.reading_work AS work, ${cellsSql()} AS cells,
      CASE WHEN k.assignment_id IS NOT NULL THEN json_build_object('kind', k.kind, 'expected', k.expected,
        'ofAssignmentId', k.of_assignment_id) END AS "check",
      ${watchedSql} AS watched, ${toldSql} AS told
    FROM rating r JOIN assignment a ON a.id = r.assignment_id JOIN task t ON t.id = a.task_id
    JOIN enrolment e ON e.study_id = a.study_id AND e.rater_id = a.rater_id
    LEFT JOIN "check" k ON k.assignment_id = a.id ${watchedJoins}
    WHERE r.id = ${ratingId}::uuid`
  return row ? { ...row, watched: parsedWatched(row.watched) } : null
}

/** The scores of one rating. */
export async function cellsOfRating(tx: Transaction, ratingId: string): Promise<GivenCell[]> {
  const [row] = await tx.$queryRaw<{ cells: GivenCell[] }[]>`
    SELECT ${cellsSql()} AS cells FROM rating r JOIN assignment a ON a.id = r.assignment_id WHERE r.id = ${ratingId}::uuid`
  return row?.cells ?? []
}

/** The scores of an assignment as they stand now, after corrections. */
export async function currentCells(tx: Transaction, assignmentId: string): Promise<GivenCell[]> {
  const [row] = await tx.$queryRaw<{ cells: GivenCell[] }[]>`
    SELECT ${cellsSql()} AS cells FROM rating r JOIN assignment a ON a.id = r.assignment_id
    WHERE a.id = ${assignmentId}::uuid ORDER BY r.revision DESC LIMIT 1`
  return row?.cells ?? []
}
