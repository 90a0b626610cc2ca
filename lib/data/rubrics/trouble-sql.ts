import type { Transaction } from '@/lib/data/db'
import type { Cause } from '@/lib/domain/quality/arbitration/causes'
import { scoreRowsSql } from '@/lib/data/releases/score-rows-sql'
import { Prisma } from '@/lib/data/generated/client'

/** One prompt × one criterion: its cells, those ever in dispute, and what arbiters gave as causes. */
export type TroubleRow = {
  promptId: string
  criterion: string
  cells: number
  disputed: number
  causes: Partial<Record<Cause, number>> | null
}

/**
 * By prompt and criterion of the newest rubric. A cell was in dispute if it waits now, if any version of its agreed score
 * wanted arbitration, or if a person has decided it.
 */
export function troubleRows(tx: Transaction, studyId: string): Promise<TroubleRow[]> {
  return tx.$queryRaw<TroubleRow[]>`
    WITH rubric_now AS (
      SELECT id FROM rubric WHERE study_id = ${studyId}::uuid ORDER BY version DESC LIMIT 1
    ), lineage AS (
      SELECT c.id, coalesce(c.same_as, c.id) AS root FROM criterion c JOIN rubric b ON b.id = c.rubric_id
      WHERE b.study_id = ${studyId}::uuid
    ), asked AS (
      SELECT c.key, coalesce(c.same_as, c.id) AS root FROM criterion c WHERE c.rubric_id = (SELECT id FROM rubric_now)
    ), said AS (
      SELECT a.output_id, a.criterion_id, bool_or(coalesce(a.provenance->>'status', a.status::text) = 'needs_arbitration'
        OR jsonb_typeof(a.provenance->'arbitration') = 'object') AS disputed
      FROM agreed_score a WHERE a.criterion_id IN (SELECT id FROM lineage) GROUP BY a.output_id, a.criterion_id
      UNION ALL
      SELECT w.output_id, w.criterion_id, true FROM waiting_cell w WHERE w.criterion_id IN (SELECT id FROM lineage)
    ), named AS (
      SELECT DISTINCT ON (d.id) d.output_id, d.criterion_id, c.cause FROM arbitration d
      LEFT JOIN arbitration_cause c ON c.arbitration_id = d.id
      WHERE d.criterion_id IN (SELECT id FROM lineage) ORDER BY d.id, c.sequence DESC
    ), decided AS (
      SELECT output_id, criterion_id, true AS disputed FROM named
    ), cell AS (
      SELECT o.prompt_id, told.output_id, asked.key, asked.root, bool_or(told.disputed) AS disputed
      FROM (SELECT * FROM said UNION ALL SELECT * FROM decided) told
      JOIN lineage ON lineage.id = told.criterion_id JOIN asked ON asked.root = lineage.root
      JOIN output o ON o.id = told.output_id GROUP BY o.prompt_id, told.output_id, asked.key, asked.root
    ), why AS (
      SELECT o.prompt_id, asked.key, named.cause, count(*) AS times FROM named
      JOIN lineage ON lineage.id = named.criterion_id JOIN asked ON asked.root = lineage.root
      JOIN output o ON o.id = named.output_id WHERE named.cause IS NOT NULL GROUP BY o.prompt_id, asked.key, named.cause
    )
    SELECT cell.prompt_id AS "promptId", cell.key AS criterion, count(*)::int AS cells,
      (count(*) FILTER (WHERE cell.disputed))::int AS disputed,
      (SELECT jsonb_object_agg(why.cause, why.times) FROM why
        WHERE why.prompt_id = cell.prompt_id AND why.key = cell.key) AS causes
    FROM cell GROUP BY cell.prompt_id, cell.key`
}

/** What α needs: of each prompt and criterion the moments of its outputs, over independent ratings that count. */
export type MomentsRow = {
  criterion: string
  outputs: number
  n: number
  sum: number
  sumOfSquares: number
  within: number
}

/** Ratings that arbitration asked for are left out: they are given only where others disagreed. */
export function momentRows(
  tx: Transaction,
  scope: { studyId: string; rubricId: string },
): Promise<MomentsRow[]> {
  const values = scoreRowsSql(scope, {
    columns: Prisma.sql`judged.prompt_id, judged.output_id, judged.criterion, count(*)::float8 AS n,
      sum(judged.score) AS total, sum(judged.score * judged.score) AS squares`,
    where: Prisma.sql`WHERE judged.current AND judged.kind = 'live' AND judged.reason IS NULL AND judged.score IS NOT NULL`,
    end: Prisma.sql`GROUP BY judged.prompt_id, judged.output_id, judged.criterion HAVING count(*) >= 2`,
  })
  return tx.$queryRaw<MomentsRow[]>`
    SELECT criterion, count(*)::int AS outputs, sum(n) AS n, sum(total) AS sum, sum(squares) AS "sumOfSquares",
      sum(2 * (n * squares - total * total) / (n - 1)) AS within
    FROM (${values}) per_output GROUP BY prompt_id, criterion`
}
