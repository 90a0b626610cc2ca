import { groupBy } from '@/lib/domain/group-by'
import { unitKey, type LotUnit } from './lot'
import { firstOfEach, type UnitOutcome } from './lot-standing'

/** What a decided lot does to the ratings in it. Nothing is changed or deleted: ratings stop counting, with a reason. */
export type Aftermath = {
  /** Ratings, each with the outputs for which it stops counting, and why. */
  stopCounting: {
    ratingId: string
    outputs: string[]
    whole: boolean
    reason: 'lot_failed' | 'found_in_error'
  }[]
  /** Tasks to be done by others, each for these outputs. */
  reopen: { taskId: string; outputs: string[]; whole: boolean }[]
}

type Decided = { outcome: 'passed' | 'failed'; outcomes: readonly UnitOutcome[] }

/**
 * A unit found in error stops counting, whatever becomes of its lot. In a failed lot all others do as well, but for those
 * that were inspected and found right: they have been shown to be good. What stops counting is reopened for others.
 */
export function aftermath(units: readonly LotUnit[], { outcome, outcomes }: Decided): Aftermath {
  const found = new Map(firstOfEach(outcomes).map((each) => [unitKey(each), each.error]))
  const stops = (unit: LotUnit) => {
    const error = found.get(unitKey(unit))
    return error === true || (outcome === 'failed' && error !== false)
  }
  const byRating = groupBy(units, ({ ratingId }) => ratingId)
  const stopped = [...byRating].flatMap(([ratingId, ofRating]) => {
    const lost = ofRating.filter(stops)
    const [first] = lost
    if (!first) return []
    const outputs = lost.map(({ outputId }) => outputId)
    return [{ ratingId, taskId: first.taskId, outputs, whole: outputs.length === ofRating.length }]
  })
  const reason = outcome === 'failed' ? 'lot_failed' : 'found_in_error'
  return {
    stopCounting: stopped.map(({ ratingId, outputs, whole }) => ({ ratingId, outputs, whole, reason })),
    reopen: stopped.map(({ taskId, outputs, whole }) => ({ taskId, outputs, whole })),
  }
}
