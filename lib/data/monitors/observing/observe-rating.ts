import type { Due } from '@/lib/data/chain/due'
import type { Transaction } from '@/lib/data/db'
import { keepDegraded } from './degraded-outcomes'
import { dueRating } from './due-rating'
import { judgeRaters } from '@/lib/data/monitors/judging/judge-raters'
import { keepNotebook, notebook } from './notebook'
import { observeComparisons } from './observe-comparisons'
import { observeOwn } from './observe-own'
import { factsOfTask, nothingToCompare } from './task-ratings'

/**
 * Tells the monitors what a due row says happened, and does what the rules then say. A hidden check is work like any
 * other to the rater, so to pace, run, pattern and own scores it is; nobody is compared on it. Told twice, or late, it
 * changes nothing: what is told is the difference between what stands and what was told last.
 */
export async function observeRating(tx: Transaction, due: Due): Promise<void> {
  const rating = due.ratingId === null ? null : await dueRating(tx, due.ratingId)
  if (rating?.kind === 'calibration' || rating?.kind === 'inspection') return
  // An anchored task, or one that comes again, is nobody's live work now: only its rater has something to be told.
  const isOwnOnly = rating?.check?.kind === 'gold' || rating?.check?.kind === 'repeat'
  const { ratings, degraded } = isOwnOnly ? nothingToCompare : await factsOfTask(tx, due.taskId)
  const book = notebook(rating === null ? ratings : [...ratings, rating])
  if (rating !== null) await observeOwn(tx, book, rating)
  observeComparisons(book, ratings)
  const changed = await keepNotebook(tx, due.studyId, book)
  await keepDegraded(tx, degraded, ratings)
  await judgeRaters(tx, due.studyId, changed)
}
