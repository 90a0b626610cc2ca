import type { Inspector } from '@/lib/domain/people/actor'
import type { DecidedCase } from '@/lib/domain/quality/views/arbitration-view'
import { UserError } from '@/lib/domain/user-error'
import { recordAudit } from '@/lib/data/audit'
import { knownCells } from '@/lib/data/cells/settling/known-cells'
import { settleTasks } from '@/lib/data/cells/settling/settle-task'
import { settlingTerms } from '@/lib/data/cells/settling/settling-terms'
import { db, type Transaction } from '@/lib/data/db'
import { rubricOf } from '@/lib/data/desk/rubrics'
import { lockedSealedStudy } from '@/lib/data/quality/locked-study'
import type { StudyHead } from '@/lib/data/quality/study-head'
import { retryRaces } from '@/lib/data/retry'
import { caseIdSql } from './case-id'
import { endHolding } from './case-lease'
import { caseLabels, caseSheet, type CaseLabels } from './case-sheet'
import { personCells } from './disputed-cells'
import { givenCells, requireArbiter, type GivenCell, type GivenValues, type Meeting } from './given-values'
import { requireFit } from './left-to-others'
import { saidBefore, type ToldDecision } from './said-before'
import { lockRatings, writeDecisions, writeInspections } from './write-decision'

export type CaseDecision = {
  caseId: string
  /** Label → criterion → value. */
  values: GivenValues
  meeting?: Meeting | undefined
}

/**
 * Decides the cells of a case, blind to the ratings, and settles them in the same transaction. Of two who decide one cell
 * the first stands; the later one is on record, and is told. Then shows all scores, without who gave them. The same answer
 * sent again is told the same, and decides nothing a second time.
 *
 * @throws UserError `invalid` with a sentence per field, `conflict` for cells settled meanwhile and for a case that another
 *   inspector has to decide, `closed`, `not_found`
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
  const study = await lockedSealedStudy(tx, slug)
  const { caseId, values, meeting = null } = decision
  const { promptId, taskIds } = await promptOf(tx, study, caseId)
  const terms = await settlingTerms(tx, study.id)
  if (!terms) throw new UserError('not_found', 'There is no such case.')
  const { cells } = await knownCells(tx, terms, { taskIds })
  const waiting = await personCells(tx, study.roundId, promptId)
  const labels = await caseLabels(tx, inspector, { caseId, promptId, roundId: study.roundId })
  const { criterionIds } = await rubricOf(tx, study.rubricId)
  const given = givenCells(values, { labels, criterionIds, cells, waiting })
  const isMeetingAsked = waiting.some(({ waitsFor }) => waitsFor === 'meeting')
  requireArbiter(given, { by: inspector.id, meeting, isMeetingAsked })
  const place = { study, caseId, promptId, given, labels }
  const before = await saidBefore(tx, inspector, { given, meeting, rootOf: terms.rootOf })
  if (before) return shown(tx, { ...place, told: before })
  const { knewRatings } = await requireFit(tx, inspector, [...waiting, ...given.map(({ cell }) => cell)])

  const ids = await writeDecisions(tx, inspector, { study, given, meeting })
  const dwellMs = await endHolding(tx, inspector, { roundId: study.roundId, promptId })
  if (!meeting) await writeInspections(tx, inspector, { study, given, dwellMs })
  await lockRatings(tx, given)
  await settleTasks(tx, study.id, taskIds)
  const said = { cells: given.length, by: meeting ? 'meeting' : 'inspector' }
  const detail = knewRatings ? { ...said, knewRatings } : said
  await recordAudit(tx, {
    actorId: inspector.id,
    action: 'arbitration.decided',
    studyId: study.id,
    subjectId: promptId,
    detail,
  })
  const told = given.map(({ cell }, at): ToldDecision => {
    return { id: ids[at] ?? '', stands: cell.facts.decision === null, cause: null }
  })
  return shown(tx, { ...place, told })
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
  told: readonly ToldDecision[]
  labels: CaseLabels
}

async function shown(
  tx: Transaction,
  { study, caseId, promptId, given, told, labels }: Done,
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
      arbitrationId: told[at]?.id ?? '',
      label,
      criterionId: criterion,
      value,
      stands: told[at]?.stands ?? false,
      // In the order of their values: the order in which they came would say more.
      ratings: cell.facts.ratings
        .map((rating) => ({ value: rating.value, extra: rating.extra }))
        .sort((a, b) => a.value - b.value),
      cause: told[at]?.cause ?? null,
    })),
  }
}
