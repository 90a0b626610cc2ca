import type { Inspector } from '@/lib/domain/people/actor'
import type { ArbitrationTask } from '@/lib/domain/quality/views/arbitration-view'
import { UserError } from '@/lib/domain/user-error'
import { db, type Transaction } from '@/lib/data/db'
import { lockedSealedStudy } from '@/lib/data/quality/locked-study'
import type { StudyHead } from '@/lib/data/quality/study-head'
import { holdCase } from './case-lease'
import { caseLabels, caseSheet } from './case-sheet'
import { personCells } from './disputed-cells'
import { queuedCases, type QueuedCase } from './queue'

/**
 * Lays a case before an inspector for half an hour: the one that is named, else the own one, else the most consequential
 * that is free. Null where none is. What has to be decided by somebody else is passed over without a word about why.
 *
 * @throws UserError `conflict` for a case that somebody else holds or has to decide, or that waits no more; `closed`, `not_found`
 */
export async function claimCase(
  inspector: Inspector,
  slug: string,
  caseId?: string,
): Promise<ArbitrationTask | null> {
  return db.$transaction(async (tx) => {
    const study = await lockedSealedStudy(tx, slug)
    const cases = await queuedCases(tx, study.roundId, inspector)
    const chosen = caseId === undefined ? nextCase(cases) : namedCase(cases, caseId)
    return chosen ? held(tx, inspector, { study, promptId: chosen.promptId, caseId: chosen.caseId }) : null
  })
}

const nextCase = (cases: readonly QueuedCase[]) =>
  cases.find(({ held }) => held === 'mine') ?? cases.find(({ held }) => held === 'free')

function namedCase(cases: readonly QueuedCase[], caseId: string): QueuedCase {
  const found = cases.find((each) => each.caseId === caseId)
  if (!found) throw new UserError('conflict', 'This case waits for nobody any more; the queue has what does.')
  if (found.held === 'taken')
    throw new UserError('conflict', 'Another inspector has this case, or has to decide it.')
  return found
}

type Claimed = { study: StudyHead; promptId: string; caseId: string }

async function held(
  tx: Transaction,
  inspector: Inspector,
  { study, promptId, caseId }: Claimed,
): Promise<ArbitrationTask> {
  const leaseUntil = await holdCase(tx, inspector, { roundId: study.roundId, promptId })
  const cells = await personCells(tx, study.roundId, promptId)
  const labels = await caseLabels(tx, inspector, { caseId, promptId, roundId: study.roundId })
  const sheet = { caseId, promptId, rubricId: study.rubricId, cells, leaseUntil }
  const task = await caseSheet(tx, sheet, labels)
  const asked: Record<string, string[]> = {}
  for (const { outputId, criterion } of cells)
    (asked[labels.labelOf.get(outputId) ?? ''] ??= []).push(criterion)
  return { caseId, task, asked }
}
