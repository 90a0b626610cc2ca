import { rulesInForce } from '@/lib/data/quality/rules'
import {
  asksForSql,
  exclusionSql,
  labelSql,
  lineageSql,
  type ScoreRowsScope,
} from '@/lib/data/releases/score-rows-sql'
import { Prisma } from '@/lib/data/generated/client'
import { db, type Db, type Transaction } from '@/lib/data/db'
import { isSettled, type ExtraRated } from './settled'

/**
 * How many cells of a study have counting scores further apart than the tolerance, and neither extra ratings nor a person
 * have settled them. A count only: it says nothing about any output, so it may be shown while the study is sealed.
 */
export async function disputedCells(at: Db | Transaction, studyId: string): Promise<number> {
  return at === db
    ? db.$transaction((tx) => counted(tx, studyId), { timeout: 60_000, maxWait: 20_000 })
    : counted(at, studyId)
}

/** Cells that nobody was asked about are in dispute as they stand; of the others, which are few, the rule is asked. */
async function counted(tx: Db | Transaction, studyId: string): Promise<number> {
  const rubric = await tx.rubric.findFirst({
    where: { studyId },
    orderBy: { version: 'desc' },
    select: { id: true },
  })
  if (!rubric) return 0
  const scope = { studyId, rubricId: rubric.id }
  await tx.$executeRaw`SET LOCAL work_mem = '128MB'`
  const [row] = await tx.$queryRaw<{ untouched: number; asked: number }[]>(countSql(scope))
  const { untouched, asked } = row ?? { untouched: 0, asked: 0 }
  if (asked === 0) return untouched
  const cells = await tx.$queryRaw<ExtraRated[]>(askedSql(scope))
  const { arbitration } = await rulesInForce(tx, studyId)
  return untouched + cells.filter((cell) => !isSettled(cell, arbitration)).length
}

/**
 * Cells beyond the tolerance without a decision, as `apart`. What counts is what `scoreRowsSql` says, and which cells are
 * complete what the board says: a test holds them together. Written in whole sets, as an admin waits for it: millions of
 * scores are joined and grouped once, in memory.
 */
function apartSql({ studyId, rubricId }: ScoreRowsScope, onlyOutputs: Prisma.Sql): Prisma.Sql {
  const asks = (output: Prisma.Sql) =>
    asksForSql({ scopeCells: Prisma.sql`r.scope_cells`, output, root: Prisma.sql`c.root` })
  return Prisma.sql`
    lineage AS MATERIALIZED (${lineageSql({ studyId, rubricId })}
    ), terms AS (
      SELECT p.tolerance, p.arbitration->>'unit' = 'marks' AS marks,
        CASE WHEN st.source = 'desk' THEN p.ratings_per_task END AS wanted
      FROM study st
      CROSS JOIN LATERAL (SELECT * FROM protocol WHERE study_id = st.id ORDER BY version DESC LIMIT 1) p
      WHERE st.id = ${studyId}::uuid
    ), corrected AS (
      SELECT assignment_id, max(revision) AS revision FROM rating WHERE revision > 1 GROUP BY assignment_id
    ), current AS MATERIALIZED (
      SELECT r.id, r.sequence, r.cannot_judge, a.scope, a.scope_cells, a.task_id, a.rubric_id, a.label_order,
        a.kind = 'extra' AND cardinality(a.scope_cells) > 0 AS extra, r.id IN (SELECT rating_id FROM counting_decision) AS decided
      FROM assignment a JOIN rating r ON r.assignment_id = a.id LEFT JOIN corrected USING (assignment_id)
      WHERE a.study_id = ${studyId}::uuid AND a.kind IN ('live', 'extra')
        AND a.task_id NOT IN (SELECT id FROM task WHERE study_id = ${studyId}::uuid AND anchored_at IS NOT NULL)
        AND NOT r.revision < coalesce(corrected.revision, 1)
    ), scored AS (
      SELECT s.output_id, c.root, s.value, r.extra, r.sequence
      FROM current r JOIN score s ON s.rating_id = r.id JOIN lineage c ON c.id = s.criterion_id AND c.newest_id IS NOT NULL
      WHERE CASE WHEN cardinality(r.scope) = 0 THEN true ELSE s.output_id = ANY (r.scope) END
        AND ${asks(Prisma.sql`s.output_id`)} ${onlyOutputs}
        AND ${exclusionSql({ output: Prisma.sql`s.output_id`, criterion: Prisma.sql`s.criterion_id` })} IS NULL
    ), cell AS (
      SELECT output_id, root, count(*) AS scores, max(value) - min(value) AS spread, count(*) FILTER (WHERE extra) AS extras
      FROM scored GROUP BY output_id, root
    ), unjudged AS (
      SELECT x.output_id, c.root, count(*) AS raters FROM current r JOIN task_output x ON x.task_id = r.task_id
      JOIN lineage c ON c.rubric_id = r.rubric_id
      CROSS JOIN LATERAL (SELECT array_position(r.label_order, x.position)::int AS place) shown
      WHERE r.cannot_judge <> '{}' AND r.cannot_judge ? ${labelSql}
        AND (cardinality(r.scope) = 0 OR x.output_id = ANY (r.scope)) AND ${asks(Prisma.sql`x.output_id`)}
      GROUP BY x.output_id, c.root
    ), apart AS (
      SELECT cell.*, c.step FROM cell CROSS JOIN terms JOIN lineage c ON c.id = c.newest_id AND c.root = cell.root
      LEFT JOIN unjudged ON unjudged.output_id = cell.output_id AND unjudged.root = cell.root
      WHERE cell.spread > terms.tolerance * CASE WHEN terms.marks THEN 1 ELSE c.step END + 1e-9
        AND cell.scores - cell.extras >= coalesce(greatest(ceil(wanted / 2.0), wanted - coalesce(unjudged.raters, 0)), 1)
        AND NOT EXISTS (SELECT FROM arbitration d JOIN lineage said ON said.id = d.criterion_id
          WHERE d.output_id = cell.output_id AND said.root = cell.root)
    )`
}

function countSql(scope: ScoreRowsScope): Prisma.Sql {
  return Prisma.sql`
    WITH ${apartSql(scope, Prisma.empty)}
    SELECT count(*) FILTER (WHERE extras = 0)::int AS untouched, count(*) FILTER (WHERE extras > 0)::int AS asked FROM apart`
}

/** Only about outputs of which an extra rater was asked something: the rest of the scores is not read again. */
function askedSql(scope: ScoreRowsScope): Prisma.Sql {
  const onlyOutputs = Prisma.sql`AND s.output_id IN (SELECT split_part(unnest(scope_cells), '/', 1)::uuid FROM current WHERE extra)`
  return Prisma.sql`
    WITH ${apartSql(scope, onlyOutputs)}
    SELECT apart.step, json_agg(s.value ORDER BY s.sequence) AS values, json_agg(s.extra ORDER BY s.sequence) AS extra
    FROM apart JOIN scored s ON s.output_id = apart.output_id AND s.root = apart.root
    WHERE apart.extras > 0 GROUP BY apart.output_id, apart.root, apart.step`
}
