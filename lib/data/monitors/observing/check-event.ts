import { z } from 'zod'
import { judgeGold, type GivenScore } from '@/lib/domain/quality/checks/gold-check'
import { judgeRepeat } from '@/lib/domain/quality/checks/repeat-check'
import type { MonitorEvent } from '@/lib/domain/quality/monitors/monitor-event'
import type { Transaction } from '@/lib/data/db'
import { currentCells, type DueRating, type GivenCell } from './due-rating'
import { criteriaOf, scaledCriteria, type MonitoredCriterion } from './scales'

const expectedCells = z.array(
  z.object({
    outputId: z.string(),
    criterionId: z.string(),
    agreed: z.number(),
    band: z.object({ low: z.number(), high: z.number() }),
  }),
)

/** What a gold check or a repeat came to, kept beside it and told to the monitors. */
export async function checkEvent(tx: Transaction, rating: DueRating): Promise<MonitorEvent | null> {
  if (rating.check === null || rating.check.kind === 'degraded') return null
  const criteria = await criteriaOf(tx, rating.rubricId)
  return rating.check.kind === 'gold' ? goldEvent(tx, rating, criteria) : repeatEvent(tx, rating, criteria)
}

async function goldEvent(
  tx: Transaction,
  rating: DueRating,
  criteria: MonitoredCriterion[],
): Promise<MonitorEvent> {
  const expected = expectedCells.parse(rating.check?.expected)
  const outcome = judgeGold(
    expected,
    givenScores(rating.cells, criteria),
    await scaledCriteria(tx, rating.rubricId),
  )
  await keepOutcome(tx, rating.assignmentId, outcome)
  const cells = expected.flatMap(({ outputId, criterionId, agreed, band: { low, high } }) => {
    const criterion = criteria.find(({ key }) => key === criterionId)?.id
    const given = rating.cells.find((cell) => cell.outputId === outputId && cell.criterion === criterion)
    return given === undefined ? [] : [{ criterion: given.criterion, score: given.value, agreed, low, high }]
  })
  return { kind: 'gold', cells }
}

async function repeatEvent(
  tx: Transaction,
  rating: DueRating,
  criteria: MonitoredCriterion[],
): Promise<MonitorEvent> {
  const first = await currentCells(tx, rating.check?.ofAssignmentId ?? '')
  const [before, after] = [givenScores(first, criteria), givenScores(rating.cells, criteria)]
  await keepOutcome(
    tx,
    rating.assignmentId,
    judgeRepeat(before, after, await scaledCriteria(tx, rating.rubricId)),
  )
  const cells = rating.cells.flatMap(({ outputId, criterion, value }) => {
    const then = first.find((cell) => cell.outputId === outputId && cell.criterion === criterion)
    return then === undefined ? [] : [{ criterion, first: then.value, again: value }]
  })
  return { kind: 'repeat', cells }
}

function givenScores(cells: readonly GivenCell[], criteria: readonly MonitoredCriterion[]): GivenScore[] {
  return cells.flatMap(({ outputId, criterion, value }) => {
    const key = criteria.find(({ id }) => id === criterion)?.key
    return key === undefined ? [] : [{ outputId, criterionId: key, score: value }]
  })
}

async function keepOutcome(tx: Transaction, assignmentId: string, outcome: object | null): Promise<void> {
  if (outcome !== null)
    await tx.check.update({ where: { assignmentId }, data: { outcome }, select: { kind: true } })
}
