import { isDeepStrictEqual } from 'node:util'
import { comparedCells, isCompared } from './compared-cells'
import { note, tell, type Notebook } from './notebook'
import type { TaskRating } from './task-ratings'

/**
 * Tells each rater of a task what the others give it now, where that is news. Somebody whose rating does not count keeps
 * what was told last: it is what there was to judge by.
 */
export function observeComparisons(book: Notebook, ratings: readonly TaskRating[]): void {
  for (const rating of ratings.filter(isCompared)) {
    const told = book.told.get(rating.assignmentId)
    // Its own due row has yet to come, or it was before the monitors were started.
    if (told === undefined) continue
    const after = comparedCells(rating, ratings)
    const { task, cells: before } = told
    const isNews =
      before === null ? after.some(({ others }) => others.length > 0) : !isDeepStrictEqual(before, after)
    if (!isNews) continue
    tell(book, rating.raterId, { kind: 'compared', task, before, after })
    note(book, { ...told, cells: after })
  }
}
