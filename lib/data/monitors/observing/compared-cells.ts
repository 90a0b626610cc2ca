import type { ComparedCell } from '@/lib/domain/quality/monitors/monitor-event'
import type { TaskRating } from './task-ratings'

/**
 * What the others gave each cell of a rating: one place per other rater, in the order in which these rated. Ratings made
 * for disputed cells neither compare nor are compared, as their cells were chosen for the disagreement.
 */
export function comparedCells(own: TaskRating, ratings: readonly TaskRating[]): ComparedCell[] {
  const others = [...new Set(ratings.filter((each) => isOther(each, own)).map(({ raterId }) => raterId))]
  const given = new Map<string, number>()
  for (const { raterId, isArbitration, cells } of ratings) {
    if (isArbitration) continue
    // A rater who judged again under a repaired rubric stands with what was said last.
    for (const { outputId, criterion, value } of cells)
      given.set(`${raterId} ${outputId} ${criterion}`, value)
  }
  return own.cells.map(({ outputId, criterion, position, value }) => ({
    criterion,
    position,
    score: value,
    others: others.map((raterId) => given.get(`${raterId} ${outputId} ${criterion}`) ?? null),
  }))
}

function isOther({ raterId, isArbitration, cells }: TaskRating, own: TaskRating): boolean {
  return raterId !== own.raterId && !isArbitration && cells.length > 0
}

/** Whether this rating is one to compare now: it counts, and was not made for disputed cells. */
export function isCompared({ isArbitration, cells }: TaskRating): boolean {
  return !isArbitration && cells.length > 0
}
