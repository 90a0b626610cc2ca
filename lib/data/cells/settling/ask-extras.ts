import { groupBy } from '@/lib/domain/group-by'
import { extraRequest } from '@/lib/domain/quality/arbitration/extra-request'
import type { Transaction } from '@/lib/data/db'
import { cellKey, type PendingExtra } from './cell-context'
import type { SettledCell } from './settle-task'

type Context = {
  pending: readonly PendingExtra[]
  /** The tasks for which somebody is left to ask. */
  left: ReadonlySet<string>
}

/**
 * Opens a slot for each task that wants an extra rating, and takes back free slots that have become pointless: nobody is
 * left to take them, or the cells they were for are settled.
 */
export async function askExtras(
  tx: Transaction,
  cells: readonly SettledCell[],
  context: Context,
): Promise<void> {
  await takeBack(tx, pointless(cells, context))
  const wanted = [
    ...groupBy(
      cells.flatMap((cell) => taskToAsk(cell, context)),
      ({ task }) => task,
    ),
  ].flatMap(([task, ofTask]) => {
    const request = extraRequest(ofTask)
    return request ? [{ task, cells: request.cells.map(cellKey) }] : []
  })
  if (wanted.length === 0) return
  await tx.$executeRaw`
    INSERT INTO opening (round_id, shuffle_key, task_id, kind, slot, scope_cells, language, skills, organization_ids)
    SELECT t.round_id, nextval('opening_tail'), t.id, 'extra', extras.n + 1, wanted.cells, t.language, t.skills, t.organization_ids
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS wanted (task uuid, cells text[])
    JOIN task t ON t.id = wanted.task
    CROSS JOIN LATERAL (SELECT count(*) AS n FROM assignment a WHERE a.task_id = t.id AND a.kind = 'extra'
      AND a.status IN ('leased', 'submitted')) extras`
}

/** The task by which a cell asks: of several that show its output the first for which somebody is left. */
function taskToAsk({ cell, step }: SettledCell, { left }: Context) {
  const { outputId, criterionId } = cell
  const named = { step, outputId, criterionId }
  if (step.step === 'await_extra') return cell.pending.map(({ taskId }) => ({ task: taskId, ...named }))
  if (step.step !== 'ask_extra') return []
  const task = cell.tasks.find((each) => left.has(each))
  return task === undefined ? [] : [{ task, ...named }]
}

/** Free slots none of whose cells awaits an extra rating any more; a slot with cells that were not looked at stays. */
function pointless(cells: readonly SettledCell[], { pending }: Context): bigint[] {
  const steps = new Map(
    cells.flatMap(({ cell }) =>
      cell.pending.map((each) => [each, [] as SettledCell['step']['step'][]] as const),
    ),
  )
  for (const { cell, step } of cells) for (const each of cell.pending) steps.get(each)?.push(step.step)
  return pending.flatMap((each) => {
    const known = steps.get(each) ?? []
    const isFree = each.shuffleKey !== null && known.length === each.scopeCells.length
    return isFree && !known.includes('await_extra') && each.shuffleKey !== null ? [each.shuffleKey] : []
  })
}

async function takeBack(tx: Transaction, shuffleKeys: bigint[]): Promise<void> {
  if (shuffleKeys.length === 0) return
  await tx.$executeRaw`DELETE FROM opening WHERE kind = 'extra' AND shuffle_key = ANY (${shuffleKeys}::bigint[])`
}
