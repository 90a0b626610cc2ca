import { createHash } from 'node:crypto'
import type { Inspector } from '@/lib/domain/people/actor'
import type { CellId } from '@/lib/domain/quality/arbitration/extra-request'
import { labelOf, type BlindTask } from '@/lib/domain/rating/blind-task'
import type { Transaction } from '@/lib/data/db'
import { blindTask, type BlindRow } from '@/lib/data/desk/blind-tasks'

/** Outputs of a prompt under the labels that an inspector knows them by. */
export type CaseLabels = { labelOf: ReadonlyMap<string, string>; outputOf: ReadonlyMap<string, string> }

/**
 * Labels of all outputs of a prompt, in an order that is drawn for this inspector and case: the same whenever it is asked
 * for. All are labelled, disputed or not, so that a label stays with its output while other cells come and go.
 */
export async function caseLabels(
  tx: Transaction,
  inspector: Inspector,
  of: { caseId: string; promptId: string; roundId: string },
): Promise<CaseLabels> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT x.output_id AS id FROM task t JOIN task_output x ON x.task_id = t.id
    WHERE t.round_id = ${of.roundId}::uuid AND t.prompt_id = ${of.promptId}::uuid`
  const drawn = rows.map(({ id }) => ({ id, key: hashed(`${inspector.id} ${of.caseId} ${id}`) }))
  const inOrder = drawn
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ id }, at) => [id, labelOf(at)] as const)
  return { labelOf: new Map(inOrder), outputOf: new Map(inOrder.map(([id, label]) => [label, id])) }
}

const hashed = (text: string) => createHash('sha256').update(text).digest('hex')

type Shown = {
  caseId: string
  promptId: string
  rubricId: string
  cells: readonly CellId[]
  leaseUntil: Date | null
}

/** The outputs with these cells as a blind task, in the order of their labels. */
export async function caseSheet(
  tx: Transaction,
  shown: Shown,
  { labelOf: labels }: CaseLabels,
): Promise<BlindTask> {
  const label = (id: string) => labels.get(id) ?? ''
  const byLabel = (a: string, b: string) =>
    label(a).length - label(b).length || (label(a) < label(b) ? -1 : 1)
  const outputIds = [...new Set(shown.cells.map(({ outputId }) => outputId))].sort(byLabel)
  const [row] = await tx.$queryRaw<BlindRow[]>`
    SELECT ${shown.caseId} AS "assignmentId", ${shown.leaseUntil}::timestamptz AS "leaseUntil", ${shown.rubricId} AS "rubricId",
      CASE WHEN ${outputIds.length}::int > 1 THEN 'sheet' ELSE 'single' END AS presentation,
      p.html AS "prompt", p.marking_points AS "markingPoints", p.language,
      (SELECT json_agg(c.html ORDER BY array_position(${outputIds}::uuid[], o.id))
        FROM output o JOIN content c ON c.hash = o.content_hash WHERE o.id = ANY (${outputIds}::uuid[])) AS "outputs"
    FROM prompt p WHERE p.id = ${shown.promptId}::uuid`
  if (!row) throw new RangeError('a case is about a prompt')
  const task = await blindTask(tx, row)
  const outputs = task.outputs.map(({ turns }, at) => ({ label: label(outputIds[at] ?? ''), turns }))
  return { ...task, outputs }
}
