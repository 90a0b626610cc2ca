import { askedByArbitration, decisionReasons } from '@/lib/domain/leaderboard/rating-row'
import { Prisma } from '@/lib/data/generated/client'

export type ScoreRowsScope = {
  studyId: string
  /** The rubric whose criteria, and what they carry on, count. */
  rubricId: string
  /** One output alone. */
  outputId?: string
}

/** The letter of the place at which an output stood. */
export const labelSql = Prisma.sql`(CASE WHEN place > 26 THEN chr(64 + (place - 1) / 26) ELSE '' END || chr(65 + (place - 1) % 26))`

/**
 * Why a cell of rating `r` was excluded: by the latest decision about the whole rating, or by the latest about the cell.
 * For ratings that were decided about: of others it is null anyway, and asking costs.
 */
export function exclusionSql(cell: { output: Prisma.Sql; criterion: Prisma.Sql }): Prisma.Sql {
  return Prisma.sql`CASE WHEN r.decided THEN (
    SELECT latest.reason FROM (
      SELECT DISTINCT ON (d.output_id, d.criterion_id) d.counts, d.reason, d.sequence FROM counting_decision d
      WHERE d.rating_id = r.id AND (d.output_id IS NULL OR d.output_id = ${cell.output})
        AND (d.criterion_id IS NULL OR d.criterion_id = ${cell.criterion})
      ORDER BY d.output_id, d.criterion_id, d.sequence DESC
    ) latest WHERE NOT latest.counts ORDER BY latest.sequence LIMIT 1) END`
}

/**
 * Criteria of every version with the one of the newest rubric that carries them on; none where a repair has changed what
 * is asked. `root` is what all versions of a criterion have in common.
 */
export function lineageSql({ studyId, rubricId }: ScoreRowsScope): Prisma.Sql {
  return Prisma.sql`
    SELECT c.id, c.rubric_id, coalesce(c.same_as, c.id) AS root, newest.id AS newest_id, newest.step,
      coalesce(newest.key, c.key) AS key, coalesce(newest.position, c.position) AS position
    FROM criterion c JOIN rubric b ON b.id = c.rubric_id LEFT JOIN criterion newest
      ON newest.rubric_id = ${rubricId}::uuid AND coalesce(newest.same_as, newest.id) = coalesce(c.same_as, c.id)
    WHERE b.study_id = ${studyId}::uuid`
}

/** Whether an assignment with these `scope_cells` asks for a cell, under whatever version of its criterion. */
export function asksForSql({
  scopeCells,
  output,
  root,
}: Record<'scopeCells' | 'output' | 'root', Prisma.Sql>): Prisma.Sql {
  return Prisma.sql`CASE WHEN cardinality(${scopeCells}) = 0 THEN true ELSE EXISTS (
    SELECT FROM lineage named WHERE named.root = ${root} AND ${output}::text || '/' || named.id = ANY (${scopeCells})) END`
}

/**
 * Every score of a study's live and extra ratings, one a row, with whether it counts and why not. The one place where
 * this is decided:
 * - a correction supersedes what its rater said before;
 * - a rating is for the outputs, and within them the cells, that were asked for;
 * - scores about a criterion that was changed since do not count, nor do those of anchored prompts;
 * - the latest decision about the whole rating and the latest about the cell both have to let it count.
 * An output that a rater could not judge has a row per criterion without a score. Scores that arbitration asked for count
 * and say so. Checks, calibration and inspections say nothing about outputs and are not here.
 */
export function scoreRowsSql(
  scope: ScoreRowsScope,
  part: { columns: Prisma.Sql; where: Prisma.Sql; end: Prisma.Sql },
): Prisma.Sql {
  const { studyId, outputId } = scope
  const ofOutput = outputId
    ? Prisma.sql`AND a.task_id IN (SELECT task_id FROM task_output WHERE output_id = ${outputId}::uuid)`
    : Prisma.empty
  const asked = asksForSql({
    scopeCells: Prisma.sql`cell.scope_cells`,
    output: Prisma.sql`cell.output_id`,
    root: Prisma.sql`cell.root`,
  })
  return Prisma.sql`
  WITH lineage AS (${lineageSql(scope)}
  ), rated AS (
    SELECT r.*, r.revision = max(r.revision) OVER (PARTITION BY r.assignment_id) AS current,
      r.id IN (SELECT d.rating_id FROM counting_decision d) AS decided,
      a.kind::text AS kind, a.scope, a.scope_cells, t.anchored_at, a.task_id, a.rubric_id, a.rater_id, a.label_order, b.version AS rubric_version,
      to_char(r.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS submitted_at
    FROM rating r JOIN assignment a ON a.id = r.assignment_id JOIN rubric b ON b.id = a.rubric_id
    JOIN task t ON t.id = a.task_id
    WHERE a.study_id = ${studyId}::uuid AND a.kind IN ('live', 'extra') ${ofOutput}
  ), shown AS (
    SELECT rated.*, x.output_id, array_position(rated.label_order, x.position)::int AS place
    FROM rated JOIN task_output x ON x.task_id = rated.task_id
  ), labelled AS (
    SELECT shown.*, ${labelSql} AS label
    FROM shown
  ), cell AS (
    SELECT r.*, o.prompt_id, o.model_id, c.key AS criterion, c.position AS criterion_position, c.root, c.newest_id, s.value AS score,
      ${exclusionSql({ output: Prisma.sql`r.output_id`, criterion: Prisma.sql`c.id` })} AS excluded_for
    FROM labelled r
    JOIN output o ON o.id = r.output_id
    JOIN lineage c ON c.rubric_id = r.rubric_id
    LEFT JOIN score s ON s.rating_id = r.id AND s.output_id = r.output_id AND s.criterion_id = c.id
    WHERE s.value IS NOT NULL OR r.cannot_judge ? r.label
  ), judged AS (
    SELECT cell.*, CASE
      WHEN newest_id IS NULL THEN 'rubric_version'
      WHEN NOT current THEN 'superseded'
      WHEN anchored_at IS NOT NULL THEN 'anchored'
      WHEN cardinality(scope) > 0 AND NOT output_id = ANY (scope) THEN 'outside_scope'
      WHEN NOT ${asked} THEN 'not_asked'
      WHEN score IS NULL THEN 'cannot_judge'
      ELSE coalesce(
        (SELECT CASE WHEN said = ANY (${[...decisionReasons]}) THEN said ELSE 'excluded' END
          FROM (SELECT cell.excluded_for AS said) once WHERE said IS NOT NULL),
        CASE WHEN kind = 'extra' AND cardinality(scope_cells) > 0 THEN ${askedByArbitration} END)
    END AS reason FROM cell
  )
  SELECT ${part.columns} FROM judged
  JOIN prompt p ON p.id = judged.prompt_id
  JOIN model m ON m.id = judged.model_id
  JOIN enrolment e ON e.study_id = ${studyId}::uuid AND e.rater_id = judged.rater_id
  ${part.where} ${part.end}`
}

/**
 * What numbers depend on, one row per output: a board reads millions of scores this way, and rows cost more than bytes.
 * The order of arrival comes along: to sort here would cost as much as all the rest.
 */
export const scoresByOutput = Prisma.sql`p.key AS prompt, m.key AS model,
  json_agg(json_build_array(judged.id, e.pseudonym, judged.criterion, judged.score, judged.reason, judged.sequence)) AS scores`
export const perOutput = Prisma.sql`GROUP BY p.key, m.key`

/** All columns of a ratings file but `agreed`; comments without what was redacted. */
export const ratingColumnsSql = Prisma.sql`judged.id AS rating_id, p.key AS prompt, m.key AS model,
  e.pseudonym AS rater, judged.criterion, judged.score, coalesce(judged.reason, ${askedByArbitration}) = ${askedByArbitration} AS counts, judged.reason, judged.revision, judged.assignment_id, judged.kind, judged.label,
  judged.place AS position, judged.output_id, judged.prompt_id, judged.excluded_for,
  judged.rubric_version, judged.submitted_at,
  judged.dwell_ms / 1000.0::float8 AS seconds,
  CASE WHEN judged.comments <> '{}' THEN (SELECT string_agg(said.value, E'\n' ORDER BY said.key) FROM jsonb_each_text(judged.comments) said
    WHERE said.key IN (judged.label, 'task') AND NOT EXISTS (
      SELECT FROM comment_redaction hidden WHERE hidden.rating_id = judged.id AND hidden.label = said.key)) END AS comment`

/** In the order in which ratings came, then as the outputs stood on the screen: an order that no model shapes. */
export const inOrderOfRating = Prisma.sql`ORDER BY judged.sequence, judged.place, judged.criterion_position`

/** What a board is computed from, and what stands in its ratings file: corrected scores and anchored prompts do not. */
export const currentJudgements = Prisma.sql`WHERE judged.current AND judged.anchored_at IS NULL`
