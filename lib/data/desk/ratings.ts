import type { Rater } from '@/lib/domain/people/actor'
import type { RatingInput } from '@/lib/domain/rating/rating'
import { UserError } from '@/lib/domain/user-error'
import { submitCalibration } from '@/lib/data/calibration/attempts/submit-calibration'
import { blurred } from '@/lib/data/checks/blurred'
import { checkRates } from '@/lib/data/checks/check-rates'
import { placementPlan } from '@/lib/data/checks/placement-plan'
import { db } from '@/lib/data/db'
import { deskQuery } from '@/lib/data/desk-query'
import { retryRaces } from '@/lib/data/retry'
import { blindTask } from './blind-tasks'
import { heldTasks } from './held-tasks'
import { leaseMore } from './lease-more'
import { loadAssignment, type Loaded } from './load-sql'
import { progressOf } from './progress'
import { bodyHashOf, isSameBody, ratingRows } from './rating-rows'
import { judged, otherBody, refuseIfOver } from './refusals'
import { rubricOf } from './rubrics'
import type { Submitted, Written } from './submitted'
import { ratingSql, skipSql, type Writing } from './write-sql'

type Place = { rater: Rater; slug: string }

/**
 * Saves a rating and leases the next task in one transaction. Sent again under its idempotency key, it gets the first
 * answer again; another body under that key is a conflict.
 */
export function submitRating(rater: Rater, slug: string, input: RatingInput): Promise<Submitted> {
  // A lost race is looked at anew: the winner may have saved something under this very key.
  return retryRaces(() => submitOnce(rater, slug, input))
}

async function submitOnce(rater: Rater, slug: string, input: RatingInput): Promise<Submitted> {
  const bodyHash = bodyHashOf(input)
  const loaded = await loadAssignment(rater.id, slug, input)
  if (!loaded) throw new UserError('not_found', 'No such task.')
  const place = { rater, slug }
  if (loaded.kind === 'calibration')
    return submitCalibration(rater, slug, { input, bodyHash, studyId: loaded.studyId })
  if (loaded.savedHash) return firstAnswer(place, loaded, bodyHash)
  refuseIfOver(loaded)

  const rubric = await rubricOf(db, loaded.rubricId)
  const judgement = judged(loaded, rubric, input)
  const limit = loaded.state === 'open' ? Math.max(0, loaded.hold - loaded.others) : 0
  const rates = limit > 0 ? checkRates(loaded.checks) : null
  const plan = rates && (await placementPlan(rater.id, slug, { rates, limit, fromStart: false }))
  const write: Writing = {
    raterId: rater.id,
    slug,
    assignmentId: input.assignmentId,
    key: input.idempotencyKey,
    bodyHash,
    limit,
    plan,
  }
  const sql =
    judgement.kind === 'skipped'
      ? skipSql(write, judgement.reason)
      : ratingSql(write, ratingRows(judgement.scores, { outputIds: loaded.outputIds, rubric }, input))
  const [written] = await deskQuery<Written>(sql)
  // Nothing written: somebody was faster, this rater in another tab or the sweep. The second look tells.
  if (!written) return afterRace(place, input, bodyHash)
  return answerOf(place, written, loaded)
}

async function answerOf({ rater, slug }: Place, written: Written, loaded: Loaded): Promise<Submitted> {
  if (checkRates(loaded.checks)) await blurred()
  let tasks = await Promise.all((written.tasks ?? []).map((row) => blindTask(db, row)))
  if (tasks.length === 0 && loaded.state === 'open') {
    await leaseMore(rater, slug, { limit: loaded.hold, checks: loaded.checks })
    tasks = await heldTasks(rater, slug)
  }
  return {
    saved: written.ratingId === null ? null : { ratingId: written.ratingId, revision: 1 },
    task: tasks[0] ?? null,
    tasks: tasks.slice(loaded.others > 0 ? 1 : 0),
    progress: progressOf({ ...loaded, done: written.done }, tasks.length > 0),
  }
}

async function firstAnswer({ rater, slug }: Place, loaded: Loaded, bodyHash: Uint8Array): Promise<Submitted> {
  if (!loaded.savedHash || !isSameBody(bodyHash, loaded.savedHash)) throw otherBody()
  const held = await heldTasks(rater, slug)
  const task = held.find((each) => each.assignmentId === loaded.savedNextId) ?? held[0] ?? null
  return {
    saved: loaded.savedRatingId === null ? null : { ratingId: loaded.savedRatingId, revision: 1 },
    task,
    tasks: task ? held.filter((each) => each !== task || loaded.hold === 1) : [],
    progress: progressOf(loaded, task !== null),
  }
}

async function afterRace(place: Place, input: RatingInput, bodyHash: Uint8Array): Promise<Submitted> {
  const again = await loadAssignment(place.rater.id, place.slug, input)
  if (!again) throw new UserError('not_found', 'No such task.')
  if (again.savedHash) return firstAnswer(place, again, bodyHash)
  refuseIfOver(again)
  throw new UserError('lease_lost', 'This task went back to the pool; your draft is kept.')
}
