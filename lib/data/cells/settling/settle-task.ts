import type { CellStep } from '@/lib/domain/quality/arbitration/cell-step'
import { lockChain } from '@/lib/data/chain/lock'
import type { Transaction } from '@/lib/data/db'
import { askExtras } from './ask-extras'
import { knownCells, stepOf, type KnownCell } from './known-cells'
import { settlingTerms, type SettlingTerms } from './settling-terms'
import { tasksWithSomeoneLeft } from './someone-left'
import { keepWaiting } from './waiting-cells'
import { writeAgreed } from './write-agreed'

export type SettledCell = { cell: KnownCell; step: CellStep }

/** As many tasks as are held in memory at once. */
export const batch = 500

/**
 * Works out anew what is agreed in each cell of these tasks, from the ratings that count now: writes new versions of
 * agreed scores, asks for extra ratings, and keeps the list of cells that wait. Nothing changes where nothing has changed.
 */
export async function settleTasks(
  tx: Transaction,
  studyId: string,
  taskIds: readonly string[],
): Promise<void> {
  if (taskIds.length === 0) return
  await lockChain(tx, studyId)
  const terms = await settlingTerms(tx, studyId)
  if (!terms) return
  const wanted = [...new Set(taskIds)]
  for (let start = 0; start < wanted.length; start += batch) {
    await settleBatch(tx, terms, wanted.slice(start, start + batch))
  }
}

async function settleBatch(tx: Transaction, terms: SettlingTerms, taskIds: readonly string[]): Promise<void> {
  const known = await knownCells(tx, terms, { taskIds })
  const everywhere = new Set(known.cells.flatMap(({ tasks }) => tasks))
  const asIf = known.cells.map((cell) => ({ cell, step: stepOf(cell, terms, everywhere) }))
  // Who could be asked is looked up for disputed cells only: most are not.
  const inDispute = new Set(asIf.flatMap(({ cell, step }) => (isOpen(step) ? cell.tasks : [])))
  const left = terms.takesWork
    ? await tasksWithSomeoneLeft(tx, terms.studyId, [...inDispute])
    : new Set<string>()
  const settled = asIf.map((each): SettledCell =>
    isOpen(each.step) ? { cell: each.cell, step: stepOf(each.cell, terms, left) } : each,
  )
  await writeAgreed(tx, terms, settled)
  await keepWaiting(tx, terms, { outputIds: known.outputIds, cells: settled })
  await askExtras(tx, settled, { pending: known.pending, left })
}

const isOpen = ({ step }: CellStep) => step === 'ask_extra' || step === 'await_extra'
