import type { Rater } from '@/lib/domain/people/actor'
import type { RatingInput } from '@/lib/domain/rating/rating'
import { UserError } from '@/lib/domain/user-error'
import { db, type Transaction } from '@/lib/data/db'
import { heldTasks } from '@/lib/data/desk/held-tasks'
import { loadSql, type Loaded } from '@/lib/data/desk/load-sql'
import type { Submitted, Written } from '@/lib/data/desk/submitted'
import { isSameBody, ratingRows } from '@/lib/data/desk/rating-rows'
import { judged, otherBody, refuseIfOver } from '@/lib/data/desk/refusals'
import { rubricOf } from '@/lib/data/desk/rubrics'
import { ratingSql, skipSql } from '@/lib/data/desk/write-sql'
import { attemptProgress, leftIn } from './attempt-work'
import { finishAttempt } from './finish-attempt'
import { lockCalibration } from './kept-state'
import { leaseAttempt, openAttempt } from './lease-attempt'

type Sent = { input: RatingInput; bodyHash: Uint8Array<ArrayBuffer>; studyId: string }
type Saved = Pick<Submitted, 'saved' | 'progress'> & { nextId: string | null }

/**
 * Saves a rating of a calibration by the statement that saves every rating, and with the attempt's last task what came of
 * the attempt. The next attempt begins when the rater asks for it: the result is read first.
 */
export async function submitCalibration(rater: Rater, slug: string, sent: Sent): Promise<Submitted> {
  const { saved, progress, nextId } = await db.$transaction((tx) => save(tx, { rater, slug }, sent))
  const held = progress.left > 0 ? await heldTasks(rater, slug) : []
  const task = held.find(({ assignmentId }) => assignmentId === nextId) ?? held[0] ?? null
  return { saved, task, tasks: held, progress }
}

async function save(
  tx: Transaction,
  { rater, slug }: { rater: Rater; slug: string },
  { input, bodyHash, studyId }: Sent,
): Promise<Saved> {
  const kept = await lockCalibration(tx, { studyId, raterId: rater.id })
  const [loaded] = await tx.$queryRaw<Loaded[]>(loadSql(rater.id, slug, input))
  if (!loaded) throw new UserError('not_found', 'No such task.')
  if (loaded.savedHash) {
    if (!isSameBody(bodyHash, loaded.savedHash)) throw otherBody()
    const attempt = await openAttempt(tx, kept)
    return {
      ...savedAs(loaded.savedRatingId),
      progress: attempt ? attemptProgress(attempt.work) : over,
      nextId: loaded.savedNextId,
    }
  }
  refuseIfOver(loaded)
  const rubric = await rubricOf(tx, loaded.rubricId)
  const judgement = judged(loaded, rubric, input)
  const write = {
    raterId: rater.id,
    slug,
    assignmentId: input.assignmentId,
    key: input.idempotencyKey,
    bodyHash,
    limit: 0,
    plan: null,
  }
  const sql =
    judgement.kind === 'skipped'
      ? skipSql(write, judgement.reason)
      : ratingSql(write, ratingRows(judgement.scores, { outputIds: loaded.outputIds, rubric }, input))
  const [written] = await tx.$queryRaw<Written[]>(sql)
  if (!written) throw new UserError('lease_lost', 'This task is no longer at hand; your draft is kept.')
  const attempt = await openAttempt(tx, kept)
  if (!attempt)
    throw new UserError('closed', 'This calibration is over; nothing of it is missing.', {
      because: 'calibration_over',
    })
  if (leftIn(attempt.work).length === 0) await finishAttempt(tx, kept, { attempt, rubricId: loaded.rubricId })
  else await leaseAttempt(tx, kept, { attempt, hold: loaded.hold })
  return { ...savedAs(written.ratingId), progress: attemptProgress(attempt.work), nextId: null }
}

const over = { done: 0, left: 0 }

const savedAs = (ratingId: string | null) => ({ saved: ratingId === null ? null : { ratingId, revision: 1 } })
