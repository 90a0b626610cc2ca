import { isDeepStrictEqual } from 'node:util'
import { outputLevel, type DegradedOutcome } from '@/lib/domain/quality/checks/degraded-check'
import type { Transaction } from '@/lib/data/db'
import type { GivenCell } from './due-rating'
import { criteriaOf, type MonitoredCriterion } from './scales'
import type { DegradedRow, TaskRating } from './task-ratings'

/** What degraded checks of a task came to: what was given to the damaged output, and what others give the original. */
export async function keepDegraded(
  tx: Transaction,
  checks: readonly DegradedRow[],
  ratings: readonly TaskRating[],
): Promise<void> {
  for (const check of checks) {
    const criteria = await criteriaOf(tx, check.rubricId)
    const level = (cells: readonly GivenCell[]) => levelOfOutput(cells, check.outputId, criteria)
    const damaged = level(check.cells)
    if (damaged === null) continue
    const others = ratings.filter(({ raterId, isArbitration }) => raterId !== check.raterId && !isArbitration)
    const outcome: DegradedOutcome = { damaged, original: others.flatMap(({ cells }) => level(cells) ?? []) }
    if (isDeepStrictEqual(outcome, check.outcome)) continue
    await tx.check.update({
      where: { assignmentId: check.assignmentId },
      data: { outcome },
      select: { kind: true },
    })
  }
}

function levelOfOutput(
  cells: readonly GivenCell[],
  outputId: string,
  criteria: readonly MonitoredCriterion[],
): number | null {
  return outputLevel(
    cells.flatMap(({ outputId: of, criterion, value }) => {
      const scale = criteria.find(({ id }) => id === criterion)?.scale
      return of === outputId && scale !== undefined ? [{ score: value, scale }] : []
    }),
  )
}
