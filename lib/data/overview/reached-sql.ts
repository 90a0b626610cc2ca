import { Prisma } from '@/lib/data/generated/client'

/**
 * Live tasks with how many of their k ratings they have, as the last of some relations: `reached` with `task_id`,
 * `study_id`, `prompt_id`, `k`, `ratings` (live ones sent, whether they count or not), `reached`, and how many ratings
 * count: of the whole task (`whole`, at most k), and of the cells that a repaired rubric asks for anew (`anew`, with
 * `anew_left` to come). A rating that stopped counting is none; cells asked for anew are as much work to come as ratings
 * of the whole task, which go on counting for all that has not changed.
 *
 * @param which condition on `task t`
 */
export function reachedSql(which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
  live_task AS MATERIALIZED (
    SELECT t.id, t.study_id, t.prompt_id, p.ratings_per_task AS k FROM task t JOIN protocol p ON p.id = t.protocol_id
    WHERE t.anchored_at IS NULL AND ${which}
  ), stopped AS MATERIALIZED (
    SELECT r.assignment_id FROM (
      SELECT DISTINCT ON (d.rating_id) d.rating_id, d.counts FROM counting_decision d
      WHERE d.output_id IS NULL AND d.criterion_id IS NULL ORDER BY d.rating_id, d.sequence DESC
    ) latest JOIN rating r ON r.id = latest.rating_id
    WHERE NOT latest.counts
      AND NOT EXISTS (SELECT FROM rating later WHERE later.assignment_id = r.assignment_id AND later.revision > r.revision)
  ), work AS (
    SELECT a.task_id, count(*) FILTER (WHERE a.status = 'submitted') AS ratings,
      count(*) FILTER (WHERE a.status = 'submitted' AND cardinality(a.scope_cells) = 0
        AND a.id NOT IN (SELECT assignment_id FROM stopped)) AS whole,
      count(*) FILTER (WHERE a.status = 'submitted' AND cardinality(a.scope_cells) > 0
        AND a.id NOT IN (SELECT assignment_id FROM stopped)) AS anew,
      count(*) FILTER (WHERE a.status = 'leased' AND cardinality(a.scope_cells) > 0) AS parts
    FROM assignment a
    WHERE a.study_id IN (SELECT study_id FROM live_task) AND a.kind = 'live' AND a.status IN ('submitted', 'leased')
    GROUP BY a.task_id
  ), free AS (
    SELECT o.task_id, count(*) AS parts FROM opening o WHERE o.kind = 'live' AND cardinality(o.scope_cells) > 0 GROUP BY o.task_id
  ), reached AS (
    SELECT live_task.id AS task_id, live_task.study_id, live_task.prompt_id, live_task.k, coalesce(work.ratings, 0)::int AS ratings,
      least(live_task.k, coalesce(work.whole, 0))::int AS whole, coalesce(work.anew, 0)::int AS anew,
      (coalesce(work.parts, 0) + coalesce(free.parts, 0))::int AS anew_left,
      greatest(0, least(live_task.k, coalesce(work.whole, 0)) - coalesce(work.parts, 0) - coalesce(free.parts, 0))::int AS reached
    FROM live_task LEFT JOIN work ON work.task_id = live_task.id LEFT JOIN free ON free.task_id = live_task.id
  )`
}
