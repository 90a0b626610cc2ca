import { groupBy } from '@/lib/domain/group-by'
import type { Inspector } from '@/lib/domain/people/actor'
import { byConsequence } from '@/lib/domain/quality/arbitration/queue'
import type { ArbitrationQueue, CaseRow } from '@/lib/domain/quality/views/arbitration-view'
import { db, type Transaction } from '@/lib/data/db'
import { studyHead } from '@/lib/data/quality/study-head'
import { caseIdOf } from './case-id'
import { personCells, type PersonCell } from './disputed-cells'
import { fitnessOf } from './left-to-others'
import { waitingCounts } from './waiting-counts'

/** A row of the queue with the prompt that it is about, which stays in the data layer. */
export type QueuedCase = CaseRow & { promptId: string }

/** What waits for a person in a study, the most consequential first, and how many cells wait for what. */
export async function arbitrationQueue(inspector: Inspector, slug: string): Promise<ArbitrationQueue> {
  return db.$transaction(async (tx) => {
    const study = await studyHead(tx, slug)
    const cases = await queuedCases(tx, study.roundId, inspector)
    const waiting = await waitingCounts(tx, study)
    const { name, state } = study
    return {
      study: { slug, name, state },
      waiting,
      cases: cases.map(({ promptId: _, ...row }) => row),
      decided: waiting.decided,
    }
  })
}

export async function queuedCases(
  tx: Transaction,
  roundId: string,
  inspector: Inspector,
): Promise<QueuedCase[]> {
  const cells = await personCells(tx, roundId)
  const leases = await tx.$queryRaw<{ promptId: string; inspectorId: string }[]>`
    SELECT prompt_id AS "promptId", inspector_id AS "inspectorId" FROM arbitration_lease
    WHERE round_id = ${roundId}::uuid AND until > now()`
  const holder = new Map(leases.map(({ promptId, inspectorId }) => [promptId, inspectorId]))
  const { leftToOthers } = await fitnessOf(tx, inspector, cells)
  const byPrompt = groupBy(cells, ({ promptId }) => promptId)
  return byConsequence(cells).map(({ promptId, cells: own, consequence, since }): QueuedCase => {
    const by = holder.get(promptId)
    const isTaken = leftToOthers.has(promptId) || (by !== undefined && by !== inspector.id)
    return {
      caseId: caseIdOf(roundId, promptId),
      promptId,
      cells: own.length,
      consequence,
      ...whyWaiting(byPrompt.get(promptId) ?? []),
      since: since.toISOString(),
      held: isTaken ? 'taken' : by === undefined ? 'free' : 'mine',
    }
  })
}

function whyWaiting(cells: readonly PersonCell[]): Pick<CaseRow, 'waitsFor' | 'because'> {
  const isEvery = (because: PersonCell['because']) => cells.every((cell) => cell.because === because)
  return {
    waitsFor: cells.some(({ waitsFor }) => waitsFor === 'meeting') ? 'meeting' : 'inspector',
    because: isEvery('nobody_left') ? 'nobody_left' : 'extras_used',
  }
}
