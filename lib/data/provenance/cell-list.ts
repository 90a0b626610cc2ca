import type { Admin } from '@/lib/domain/people/actor'
import type { AgreedRecord } from '@/lib/domain/quality/arbitration/agreed-record'
import type { CellList } from '@/lib/domain/quality/views/provenance-view'
import { Prisma } from '@/lib/data/generated/client'
import { db } from '@/lib/data/db'
import { loadStudy, type LoadedStudy } from '@/lib/data/releases/board-settings'
import { oneSnapshot } from '@/lib/data/releases/compute-board'
import { refuseSealed } from '@/lib/data/releases/seal'

export type CellFilter = {
  prompt?: string | undefined
  model?: string | undefined
  criterion?: string | undefined
  /** Only what is, or was, in dispute. */
  disputed?: boolean
  /** From 1. */
  page?: number
}

/** Cells on one page of the list. */
export const cellsPerPage = 50

type Row = { prompt: string; model: string; criterion: string; found: number } & Pick<
  AgreedRecord,
  'status' | 'value' | 'by'
>

/**
 * Cells of a study with what was agreed on: those in dispute first, then those that were, then the rest, in the study's
 * order.
 *
 * @throws UserError `sealed` before the study is unsealed
 */
export async function cellList(_admin: Admin, slug: string, filter: CellFilter): Promise<CellList> {
  const study = await loadStudy(slug, 0)
  const { settings } = study
  const rows = await db.$transaction(async (tx) => {
    await refuseSealed(tx, study)
    return tx.$queryRaw<Row[]>(listSql(study, filter))
  }, oneSnapshot)
  const { models, criteria, prompts } = settings
  const named = <Each extends { id: string }>(all: readonly Each[], wanted: string) =>
    all.find(({ id }) => id === wanted)
  return {
    study: { slug, name: settings.study.name },
    prompts: prompts.map(({ id }) => id),
    models: models.map(({ id, name }) => ({ id, name })),
    criteria: criteria.map(({ id, name }) => ({ id, name })),
    found: rows[0]?.found ?? 0,
    rows: rows.map(({ prompt, model, criterion, status, value, by }) => ({
      prompt,
      status,
      value,
      by,
      model: { id: model, name: named(models, model)?.name ?? model },
      criterion: { id: criterion, name: named(criteria, criterion)?.name ?? criterion },
    })),
  }
}

function listSql(study: LoadedStudy, filter: CellFilter): Prisma.Sql {
  const { prompt = null, model = null, criterion = null, disputed = false, page = 1 } = filter
  return Prisma.sql`
    WITH latest AS (
      SELECT DISTINCT ON (a.output_id, a.criterion_id) a.output_id, a.criterion_id, a.value,
        coalesce(a.provenance->>'status', a.status::text) AS status, a.provenance->>'by' AS by
      FROM agreed_score a JOIN criterion c ON c.id = a.criterion_id JOIN output o ON o.id = a.output_id
      WHERE c.rubric_id = ${study.rubricId}::uuid AND o.study_id = ${study.id}::uuid
      ORDER BY a.output_id, a.criterion_id, a.version DESC
    ), cell AS (
      SELECT p.key AS prompt, p.position AS at_prompt, m.key AS model, m.position AS at_model, c.key AS criterion,
        c.position AS at_criterion, latest.value, latest.by,
        CASE WHEN w.output_id IS NULL THEN latest.status ELSE 'needs_arbitration' END AS status
      FROM output o JOIN prompt p ON p.id = o.prompt_id JOIN model m ON m.id = o.model_id
      JOIN criterion c ON c.rubric_id = ${study.rubricId}::uuid
      LEFT JOIN latest ON latest.output_id = o.id AND latest.criterion_id = c.id
      LEFT JOIN waiting_cell w ON w.output_id = o.id AND w.criterion_id = c.id
      WHERE o.study_id = ${study.id}::uuid
        AND (${prompt}::text IS NULL OR p.key = ${prompt}) AND (${model}::text IS NULL OR m.key = ${model})
        AND (${criterion}::text IS NULL OR c.key = ${criterion})
        AND NOT EXISTS (SELECT FROM task t WHERE t.study_id = o.study_id AND t.prompt_id = o.prompt_id AND t.anchored_at IS NOT NULL)
    ), ordered AS (
      SELECT cell.*, CASE WHEN status = 'needs_arbitration' THEN 0 WHEN by IN ('majority', 'nearest', 'inspector', 'meeting') THEN 1
        WHEN status = 'agreed' THEN 2 ELSE 3 END AS trouble FROM cell
    )
    SELECT prompt, model, criterion, status, value, by, count(*) OVER ()::int AS found FROM ordered
    WHERE NOT ${disputed} OR trouble < 2
    ORDER BY trouble, at_prompt, prompt, at_model, model, at_criterion
    LIMIT ${cellsPerPage} OFFSET ${(page - 1) * cellsPerPage}`
}
