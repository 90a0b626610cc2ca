import type { AgreedRecord } from '@/lib/domain/quality/arbitration/agreed-record'
import type { ArbiterDecision } from '@/lib/domain/quality/arbitration/decision'
import type { Transaction } from '@/lib/data/db'

/** `output/criterion`, as openings and assignments name cells. */
export const cellKey = (cell: { outputId: string; criterionId: string }) =>
  `${cell.outputId}/${cell.criterionId}`

export type ShowingTask = { taskId: string; outputId: string; promptId: string; anchored: boolean }

/** The outputs of these tasks with every task that shows one of them, in the order of the tasks' ids. */
export async function showingTasks(tx: Transaction, taskIds: readonly string[]): Promise<ShowingTask[]> {
  return tx.$queryRaw<ShowingTask[]>`
    SELECT t.id AS "taskId", x.output_id AS "outputId", t.prompt_id AS "promptId", t.anchored_at IS NOT NULL AS anchored
    FROM (SELECT DISTINCT output_id FROM task_output WHERE task_id = ANY (${taskIds}::uuid[])) wanted
    JOIN task_output x ON x.output_id = wanted.output_id JOIN task t ON t.id = x.task_id
    ORDER BY t.id, x.position`
}

/** An extra rating that arbitration asked for and that is not given yet: a free slot, or somebody's turn. */
export type PendingExtra = {
  taskId: string
  scopeCells: string[]
  leased: boolean
  shuffleKey: bigint | null
}

export async function pendingExtras(tx: Transaction, taskIds: readonly string[]): Promise<PendingExtra[]> {
  return tx.$queryRaw<PendingExtra[]>`
    SELECT task_id AS "taskId", scope_cells AS "scopeCells", false AS leased, shuffle_key AS "shuffleKey"
    FROM opening
    WHERE task_id = ANY (${taskIds}::uuid[]) AND kind = 'extra' AND cardinality(scope_cells) > 0
    UNION ALL
    SELECT task_id, scope_cells, true, NULL FROM assignment
    WHERE task_id = ANY (${taskIds}::uuid[]) AND kind = 'extra' AND cardinality(scope_cells) > 0 AND status = 'leased'`
}

type DecisionRow = {
  outputId: string
  criterionId: string
  kind: 'inspector' | 'meeting'
  value: number
  minutes: string | null
  present: string[]
  byId: string
}

/**
 * The decision that stands for each decided cell, under `output/root`: the first. Causes are on a record of their own, as
 * one may be named later and changes no score.
 */
export async function standingDecisions(
  tx: Transaction,
  outputIds: readonly string[],
  rootOf: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, ArbiterDecision>> {
  const rows = await tx.$queryRaw<DecisionRow[]>`
    SELECT output_id AS "outputId", criterion_id AS "criterionId", kind, value, minutes, present, by_id AS "byId"
    FROM arbitration WHERE output_id = ANY (${outputIds}::uuid[]) ORDER BY sequence DESC`
  // Of several the first stands: it is put in last.
  return new Map(
    rows.map((row) => [
      `${row.outputId}/${rootOf.get(row.criterionId) ?? row.criterionId}`,
      row.kind === 'inspector'
        ? { by: 'inspector', value: row.value, cause: null, inspectorId: row.byId }
        : { by: 'meeting', value: row.value, cause: null, minutes: row.minutes ?? '', present: row.present },
    ]),
  )
}

/** The latest version of a cell's agreed score under the newest rubric, as far as it is looked at first. */
export type KeptScore = {
  id: string
  version: number
  /** Null in the records of an earlier program. */
  status: AgreedRecord['status'] | null
  value: number | null
}

type KeptRow = [cell: string, id: string, version: number, status: KeptScore['status'], value: number | null]

export async function keptScores(
  tx: Transaction,
  outputIds: readonly string[],
  criterionIds: readonly string[],
): Promise<ReadonlyMap<string, KeptScore>> {
  // As one value: of many rows the client would take longer to unpack each than to read them.
  const [all] = await tx.$queryRaw<{ rows: KeptRow[] | null }[]>`
    SELECT json_agg(json_build_array(output || '/' || criterion, id, version, status, value)) AS rows
    FROM unnest(${outputIds}::uuid[]) output CROSS JOIN unnest(${criterionIds}::uuid[]) criterion
    CROSS JOIN LATERAL (
      SELECT id, version, value, CASE status WHEN 'agreed' THEN 'agreed' ELSE provenance->>'status' END AS status
      FROM agreed_score WHERE output_id = output AND criterion_id = criterion ORDER BY version DESC LIMIT 1) latest`
  return new Map(
    (all?.rows ?? []).map(([cell, id, version, status, value]) => [cell, { id, version, status, value }]),
  )
}

/** Where these agreed scores come from, by their ids. */
export async function keptRecords(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Partial<AgreedRecord>>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ id: string; record: Partial<AgreedRecord> }[]>`
    SELECT id, provenance AS record FROM agreed_score WHERE id = ANY (${ids}::uuid[])`
  return new Map(rows.map(({ id, record }) => [id, record]))
}
