import { Prisma } from '@/lib/data/generated/client'

export type Round = { studyId: string; roundId: string }

/**
 * How many seats (a rating that counts, a lease, a free opening) each part of a round's live tasks has, as a relation
 * `counted` with `task_id`, `cells`, `free` and `seats`. The first part of a task is the whole of it, without `cells`.
 * Where a rubric was repaired, the cells of the criteria of each version are a part: they are served by seats of their
 * own, and by those seats of the whole task that are asked under that version or a later one.
 *
 * One statement, so one snapshot: a claim, an expired lease or a task handed back changes no sum while it is taken.
 */
export function seatsSql({ studyId, roundId }: Round): Prisma.Sql {
  return Prisma.sql`
  live_task AS MATERIALIZED (
    SELECT id FROM task WHERE round_id = ${roundId}::uuid AND anchored_at IS NULL
  ), version AS MATERIALIZED (
    SELECT id, version, version = max(version) OVER () AS newest, version = min(version) OVER () AS first
    FROM rubric WHERE study_id = ${studyId}::uuid
  ), repaired AS MATERIALIZED (
    SELECT root.id, origin.version AS since FROM version
    JOIN criterion c ON c.rubric_id = version.id AND version.newest
    JOIN criterion root ON root.id = coalesce(c.same_as, c.id)
    JOIN version origin ON origin.id = root.rubric_id AND NOT origin.first
  ), part AS (
    SELECT id AS task_id, '{}'::text[] AS cells, 0 AS since FROM live_task
    UNION ALL
    SELECT x.task_id, array_agg(x.output_id || '/' || repaired.id ORDER BY x.position, repaired.id), repaired.since
    FROM live_task JOIN task_output x ON x.task_id = live_task.id CROSS JOIN repaired
    GROUP BY x.task_id, repaired.since
  ), stopped AS MATERIALIZED (
    SELECT r.assignment_id FROM (
      SELECT DISTINCT ON (d.rating_id) d.rating_id, d.counts FROM counting_decision d
      WHERE d.output_id IS NULL AND d.criterion_id IS NULL ORDER BY d.rating_id, d.sequence DESC
    ) latest JOIN rating r ON r.id = latest.rating_id
    WHERE NOT latest.counts
      AND NOT EXISTS (SELECT FROM rating later WHERE later.assignment_id = r.assignment_id AND later.revision > r.revision)
  ), seat AS MATERIALIZED (
    SELECT o.task_id, o.scope_cells, NULL::int AS version FROM opening o
    WHERE o.round_id = ${roundId}::uuid AND o.kind = 'live'
    UNION ALL
    SELECT a.task_id, a.scope_cells, version.version FROM assignment a JOIN version ON version.id = a.rubric_id
    WHERE a.study_id = ${studyId}::uuid AND a.kind = 'live' AND a.status IN ('leased', 'submitted')
      AND a.id NOT IN (SELECT assignment_id FROM stopped)
  ), counted AS (
    SELECT part.task_id, part.cells, count(seat.task_id)::int AS seats,
      count(*) FILTER (WHERE seat.version IS NULL AND seat.scope_cells = part.cells)::int AS free
    FROM part LEFT JOIN seat ON seat.task_id = part.task_id AND CASE WHEN cardinality(seat.scope_cells) = 0
      THEN coalesce(seat.version, part.since) >= part.since
      ELSE cardinality(part.cells) > 0 AND part.cells <@ seat.scope_cells END
    GROUP BY part.task_id, part.cells
  )`
}

/** The last slot that a task `t` has or had: new ones are numbered after it. */
export const lastSlotSql = Prisma.sql`greatest(
    (SELECT max(o.slot) FROM opening o WHERE o.task_id = t.id),
    (SELECT max(a.slot) FROM assignment a WHERE a.task_id = t.id), 0)`
