import { exclusionSql, labelSql } from '@/lib/data/releases/score-rows-sql'
import { Prisma } from '@/lib/data/generated/client'
import { db, type Db, type Transaction } from '@/lib/data/db'

/**
 * How many cells of a study have counting scores further apart than the tolerance. A count only: it says nothing about
 * any output, so it may be shown while the study is sealed.
 */
export async function disputedCells(at: Db | Transaction, studyId: string): Promise<number> {
  return at === db ? db.$transaction((tx) => counted(tx, studyId), { timeout: 60_000, maxWait: 20_000 }) : counted(at, studyId)
}

/**
 * What counts is what `scoreRowsSql` says, and which cells are complete what the board says: a test holds them together.
 * Written in whole sets, as an admin waits for it: millions of scores are joined and grouped once, in memory.
 */
async function counted(tx: Db | Transaction, studyId: string): Promise<number> {
  await tx.$executeRaw`SET LOCAL work_mem = '128MB'`
  const [row] = await tx.$queryRaw<{ disputed: number }[]>`
    WITH terms AS (
      SELECT b.id AS rubric_id, p.tolerance, CASE WHEN st.source = 'desk' THEN p.ratings_per_task END AS wanted
      FROM study st
      CROSS JOIN LATERAL (SELECT id FROM rubric WHERE study_id = st.id ORDER BY version DESC LIMIT 1) b
      CROSS JOIN LATERAL (SELECT * FROM protocol WHERE study_id = st.id ORDER BY version DESC LIMIT 1) p
      WHERE st.id = ${studyId}::uuid
    ), corrected AS (
      SELECT assignment_id, max(revision) AS revision FROM rating WHERE revision > 1 GROUP BY assignment_id
    ), current AS MATERIALIZED (
      SELECT r.id, r.cannot_judge, a.scope, a.task_id, a.label_order, r.id IN (SELECT rating_id FROM counting_decision) AS decided
      FROM assignment a JOIN rating r ON r.assignment_id = a.id LEFT JOIN corrected USING (assignment_id)
      WHERE a.study_id = ${studyId}::uuid AND a.kind IN ('live', 'extra') AND a.rubric_id = (SELECT rubric_id FROM terms)
        AND NOT r.revision < coalesce(corrected.revision, 1)
    ), scored AS (
      SELECT s.* FROM current r JOIN score s ON s.rating_id = r.id
      WHERE CASE WHEN cardinality(r.scope) = 0 THEN true ELSE s.output_id = ANY (r.scope) END
        AND ${exclusionSql({ output: Prisma.sql`s.output_id`, criterion: Prisma.sql`s.criterion_id` })} IS NULL
    ), cell AS (
      SELECT output_id, criterion_id, count(*) AS scores, max(value) - min(value) AS spread FROM scored
      GROUP BY output_id, criterion_id
    ), unjudged AS (
      SELECT x.output_id, count(*) AS raters FROM current JOIN task_output x ON x.task_id = current.task_id
      CROSS JOIN LATERAL (SELECT array_position(current.label_order, x.position)::int AS place) shown
      WHERE current.cannot_judge <> '{}' AND current.cannot_judge ? ${labelSql}
        AND (cardinality(current.scope) = 0 OR x.output_id = ANY (current.scope))
      GROUP BY x.output_id
    )
    SELECT count(*)::int AS disputed FROM cell
    CROSS JOIN terms JOIN criterion c ON c.id = cell.criterion_id LEFT JOIN unjudged USING (output_id)
    WHERE cell.spread > terms.tolerance * c.step + 1e-9
      AND cell.scores >= coalesce(greatest(ceil(wanted / 2.0), wanted - coalesce(unjudged.raters, 0)), 1)`
  return row?.disputed ?? 0
}
