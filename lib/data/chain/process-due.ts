import { settleTasks } from '@/lib/data/cells/settling/settle-task'
import { noteForLots } from '@/lib/data/lots/forming/form-lots'
import { observeRating } from '@/lib/data/monitors/observing/observe-rating'
import { db, type Transaction } from '@/lib/data/db'
import type { Due } from './due'
import { nextRows, putBehind, rowAlone, type DueRow } from './due-rows'

export type Processed = {
  done: number
  /** Rows that failed alone too; they come again later. */
  failed: { due: Due; error: unknown }[]
}

/** How many rows go into one transaction. */
const batch = 50
const longEnough = { timeout: 120_000, maxWait: 20_000 } as const

/**
 * Looks at what is due: monitors, agreed scores, lots. Rows are taken in order, of one study at a time by one worker at a
 * time; each is deleted with what came of it, so that a worker that is killed loses nothing and does nothing twice. A row
 * that fails is put behind for a while and stops nobody.
 *
 * @param limit the most rows to look at before coming back
 */
export async function processDue(limit: number): Promise<Processed> {
  const outcome: Processed = { done: 0, failed: [] }
  while (outcome.done < limit) {
    const size = Math.min(batch, limit - outcome.done)
    const { due, error } = await taken((tx) => nextRows(tx, size))
    if (due.length === 0) break
    if (error === null) outcome.done += due.length
    else await oneByOne(due, outcome)
  }
  return outcome
}

async function oneByOne(rows: readonly Due[], outcome: Processed): Promise<void> {
  for (const due of rows) {
    const alone = await taken((tx) => rowAlone(tx, due))
    if (alone.error === null) {
      outcome.done += alone.due.length
      continue
    }
    await putBehind(due)
    outcome.failed.push({ due, error: alone.error })
  }
}

/** Takes rows and looks at them in one transaction. An error comes back with the rows in whose company it happened. */
async function taken(
  rowsOf: (tx: Transaction) => Promise<DueRow[]>,
): Promise<{ due: Due[]; error: unknown }> {
  let due: DueRow[] = []
  const look = async (tx: Transaction) => {
    due = await rowsOf(tx)
    await lookAt(tx, due)
  }
  try {
    await db.$transaction(look, longEnough)
    return { due, error: null }
  } catch (error) {
    // Without a row there is nothing to put behind: the database itself does not answer.
    if (due.length === 0) throw error
    return { due, error }
  }
}

async function lookAt(tx: Transaction, rows: readonly DueRow[]): Promise<void> {
  const [first] = rows
  if (!first) return
  for (const { sequence, studyId, taskId, ratingId, isLive, isFirst } of rows) {
    const due: Due = { sequence, studyId, taskId, ratingId }
    await observeRating(tx, due)
    if (isLive && isFirst) await noteForLots(tx, due)
  }
  const live = rows.filter(({ isLive }) => isLive)
  await settleTasks(
    tx,
    first.studyId,
    live.map(({ taskId }) => taskId),
  )
  await tx.$executeRaw`DELETE FROM chain_due WHERE sequence = ANY (${rows.map(({ sequence }) => sequence)}::bigint[])`
}
