import type { Inspector } from '@/lib/domain/people/actor'
import type { DecidedCase } from '@/lib/domain/quality/views/arbitration-view'
import { UserError } from '@/lib/domain/user-error'
import { recordAudit } from '@/lib/data/audit'
import { knownCells } from '@/lib/data/cells/settling/known-cells'
import { settleTasks } from '@/lib/data/cells/settling/settle-task'
import { settlingTerms } from '@/lib/data/cells/settling/settling-terms'
import { db, type Transaction } from '@/lib/data/db'
import { rubricOf } from '@/lib/data/desk/rubrics'
import type { StudyHead } from '@/lib/data/quality/study-head'
import { retryRaces } from '@/lib/data/retry'
import { arbitrableStudy } from './arbitrable-study'
import { caseIdSql } from './case-id'
import { caseLabels, caseSheet, type CaseLabels } from './case-sheet'
import { personCells } from './disputed-cells'
import { givenCells, requireArbiter, type GivenCell, type GivenValues, type Meeting } from './given-values'
import { lockRatings, writeDecisions, writeInspections } from './write-decision'

export type CaseDecision = {
  caseId: string
  /** Label → criterion → value. */
  values: GivenValues
  meeting?: Meeting | undefined
}

/**
 * Decides the cells of a case, blind to the ratings, and settles them in the same transaction. Of two who decide one cell
 * the first stands; the later one is on record, and is told. Then shows all scores, without who gave them.
 *
 * @throws UserError `invalid` with a sentence per field, `conflict` for cells settled meanwhile, `closed`, `not_found`
 */
export function decideCase(inspector: Inspector, slug: string, decision: CaseDecision): Promise<DecidedCase> {
  return retryRaces(() =>
    db.$transaction((tx) => decided(tx, inspector, { slug, decision }), { timeout: 60_000, maxWait: 20_000 }),
  )
}

type Asked = { slug: string; decision: CaseDecision }

async function decided(
  tx: Transaction,
  inspector: Inspector,
  { slug, decision }: Asked,
): Promise<DecidedCase> {
  const study = await arbitrableStudy(tx, slug)
  const { caseId, values, meeting = null } = decision
  const { promptId, taskIds } = await promptOf(tx, study, caseId)
  const terms = await settlingTerms(tx, study.id)
  if (!terms) throw new UserError('not_found', 'There is no such case.')
  const { cells } = await knownCells(tx, terms, { taskIds })
  const waiting = await personCells(tx, study.roundId, promptId)
  const labels = await caseLabels(tx, inspector, { caseId, promptId, roundId: study.roundId })
  const { criterionIds } = await rubricOf(study.rubricId)
  const given = givenCells(values, { labels, criterionIds, cells, waiting })
  const isMeetingAsked = waiting.some(({ waitsFor }) => waitsFor === 'meeting')
  requireArbiter(given, { by: inspector.id, meeting, isMeetingAsked })

  const ids = await writeDecisions(tx, inspector, { study, given, meeting })
  if (!meeting) await writeInspections(tx, inspector, { study, given, meeting })
  await lockRatings(tx, given)
  await tx.arbitrationLease.deleteMany({
    where: { roundId: study.roundId, promptId, inspectorId: inspector.id },
  })
  await settleTasks(tx, study.id, taskIds)
  const detail = { cells: given.length, by: meeting ? 'meeting' : 'inspector' }
  await recordAudit(tx, {
    actorId: inspector.id,
    action: 'arbitration.decided',
    studyId: study.id,
    subjectId: promptId,
    detail,
  })
  return shown(tx, { study, caseId, promptId, given, ids, labels })
}

async function promptOf(
  tx: Transaction,
  { roundId }: StudyHead,
  caseId: string,
): Promise<{ promptId: string; taskIds: string[] }> {
  const rows = await tx.$queryRaw<{ taskId: string; promptId: string }[]>`
    SELECT t.id AS "taskId", t.prompt_id AS "promptId" FROM task t
    WHERE t.round_id = ${roundId}::uuid AND ${caseIdSql} = ${caseId} ORDER BY t.id`
  const promptId = rows[0]?.promptId
  if (promptId === undefined) throw new UserError('not_found', 'There is no such case.')
  return { promptId, taskIds: rows.map(({ taskId }) => taskId) }
}

type Done = {
  study: StudyHead
  caseId: string
  promptId: string
  given: readonly GivenCell[]
  ids: readonly string[]
  labels: CaseLabels
}

async function shown(
  tx: Transaction,
  { study, caseId, promptId, given, ids, labels }: Done,
): Promise<DecidedCase> {
  const cells = given.map(({ cell }) => cell)
  const task = await caseSheet(
    tx,
    { caseId, promptId, rubricId: study.rubricId, cells, leaseUntil: null },
    labels,
  )
  return {
    caseId,
    task,
    cells: given.map(({ cell, label, criterion, value }, at) => ({
      ...{ arbitrationId: ids[at] ?? '', label, criterionId: criterion, value },
      stands: cell.facts.decision === null,
      // In the order of their values: the order in which they came would say more.
      ratings: cell.facts.ratings
        .map((rating) => ({ value: rating.value, extra: rating.extra }))
        .sort((a, b) => a.value - b.value),
      cause: null,
    })),
  }
}
