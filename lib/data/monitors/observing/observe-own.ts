import type { RatedCell } from '@/lib/domain/quality/monitors/monitor-event'
import type { Transaction } from '@/lib/data/db'
import { checkEvent } from './check-event'
import { cellsOfRating, type DueRating, type GivenCell } from './due-rating'
import { note, tell, type Notebook } from './notebook'
import { readingWorkOf } from './reading-work'
import { criteriaOf, withCriteria } from './scales'

/** Tells a rater's monitors of an own rating: once as it was first given, then what corrections have made of it. */
export async function observeOwn(tx: Transaction, book: Notebook, rating: DueRating): Promise<void> {
  if (rating.told === null) await observeFirst(tx, book, rating)
  const told = book.told.get(rating.assignmentId)
  if (told === undefined || told.ratingId === rating.currentId) return
  const [before, after] = [await cellsOfRating(tx, told.ratingId), await cellsOfRating(tx, rating.currentId)]
  tell(book, told.raterId, { kind: 'corrected', before: ratedCells(before), after: ratedCells(after) })
  note(book, { ...told, ratingId: rating.currentId })
}

async function observeFirst(tx: Transaction, book: Notebook, rating: DueRating): Promise<void> {
  if (rating.revision !== 1 || !rating.isWatched) return
  const { assignmentId, ratingId, seconds, watched } = rating
  // A rater's first rating makes the monitors; a repaired rubric may bring criteria that they do not know.
  const state = withCriteria(watched.state, await criteriaOf(tx, rating.rubricId))
  const { raterId } = watched
  book.raters.set(raterId, { ...watched, state })
  const work = rating.work ?? (await readingWorkOf(tx, rating.taskId))
  tell(book, raterId, { kind: 'rated', cells: ratedCells(rating.cells), seconds, work })
  note(book, { assignmentId, raterId, task: state.tasks + 1, cells: null, ratingId })
  const event = await checkEvent(tx, rating)
  if (event !== null) tell(book, raterId, event)
}

function ratedCells(cells: readonly GivenCell[]): RatedCell[] {
  return cells.map(({ criterion, position, value }) => ({ criterion, position, score: value }))
}
