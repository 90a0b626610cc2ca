import { createHash } from 'node:crypto'
import type { Rater } from '@/lib/domain/people/actor'
import { labelOf, type BlindTask, type Progress } from '@/lib/domain/rating/blind-task'
import { judgeRating, type JudgedScore, type RatingInput } from '@/lib/domain/rating/rating'
import { UserError } from '@/lib/domain/user-error'
import { deskQuery } from '@/lib/data/desk-query'
import { retryRaces } from '@/lib/data/retry'
import { heldTasks, leaseMore, progressOf } from './assignments'
import { blindTask, type BlindRow } from './blind-tasks'
import { loadAssignment, type Loaded } from './load-sql'
import { rubricOf, type KnownRubric } from './rubrics'
import { ratingSql, skipSql, type RatingRows, type Writing } from './write-sql'

export type Submitted = {
  saved: { ratingId: string; revision: number } | null
  /** The oldest lease held. */
  task: BlindTask | null
  /** Leases newly taken with this answer, for a desk that holds several. */
  tasks: BlindTask[]
  progress: Progress
}

type Place = { rater: Rater; slug: string }
type Written = { ratingId: string | null; done: number; tasks: BlindRow[] | null }

/**
 * Saves a rating and leases the next task in one transaction. Sent again under its idempotency key, it gets the first
 * answer again; another body under that key is a conflict.
 */
export function submitRating(rater: Rater, slug: string, input: RatingInput): Promise<Submitted> {
  // A lost race is looked at anew: the winner may have saved something under this very key.
  return retryRaces(() => submitOnce(rater, slug, input))
}

async function submitOnce(rater: Rater, slug: string, input: RatingInput): Promise<Submitted> {
  const bodyHash = hashOf(input)
  const loaded = await loadAssignment(rater.id, slug, input)
  if (!loaded) throw new UserError('not_found', 'No such task.')
  const place = { rater, slug }
  if (loaded.savedHash) return firstAnswer(place, loaded, bodyHash)
  refuseIfOver(loaded)

  const rubric = await rubricOf(loaded.rubricId)
  const labels = loaded.outputIds.map((_, index) => labelOf(index))
  const judgement = judgeRating({ labels, criteria: rubric.criteria }, input)
  if (judgement.kind === 'refused') {
    throw new UserError('invalid', 'The rating is not complete.', { fields: judgement.fields })
  }
  const limit = loaded.state === 'open' ? Math.max(0, loaded.hold - loaded.others) : 0
  const write: Writing = { raterId: rater.id, slug, assignmentId: input.assignmentId, key: input.idempotencyKey, bodyHash, limit }
  const sql =
    judgement.kind === 'skipped'
      ? skipSql(write, judgement.reason)
      : ratingSql(write, rowsOf(judgement.scores, { outputIds: loaded.outputIds, rubric }, input))
  const [written] = await deskQuery<Written>(sql)
  // Nothing written: somebody was faster, this rater in another tab or the sweep. The second look tells.
  if (!written) return afterRace(place, input, bodyHash)
  return answerOf(place, written, loaded)
}

async function answerOf({ rater, slug }: Place, written: Written, loaded: Loaded): Promise<Submitted> {
  let tasks = await Promise.all((written.tasks ?? []).map(blindTask))
  if (tasks.length === 0 && loaded.state === 'open') {
    await leaseMore(rater, slug, loaded.hold)
    tasks = await heldTasks(rater, slug)
  }
  return {
    saved: written.ratingId === null ? null : { ratingId: written.ratingId, revision: 1 },
    task: tasks[0] ?? null,
    tasks: tasks.slice(loaded.others > 0 ? 1 : 0),
    progress: progressOf({ done: written.done, tasks: loaded.tasks }, tasks.length > 0),
  }
}

async function firstAnswer({ rater, slug }: Place, loaded: Loaded, bodyHash: Uint8Array): Promise<Submitted> {
  if (!Buffer.from(bodyHash).equals(loaded.savedHash ?? new Uint8Array())) {
    throw new UserError('conflict', 'This idempotency key was used for another rating.')
  }
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

type Shown = { outputIds: string[]; rubric: KnownRubric }

function refuseIfOver(loaded: Loaded): void {
  const takesWork = loaded.state === 'open' || loaded.state === 'paused'
  if (!takesWork || loaded.enrolment !== 'active') throw new UserError('closed', 'This study takes no more ratings.')
  if (loaded.status === 'submitted') throw new UserError('conflict', 'This task was rated already.')
  if (loaded.status !== 'leased') {
    throw new UserError('lease_lost', 'This task went back to the pool; your draft is kept.')
  }
}

function rowsOf(scores: JudgedScore[], { outputIds, rubric }: Shown, input: RatingInput): RatingRows {
  const byLabel = new Map(outputIds.map((id, index) => [labelOf(index), id]))
  const rows = scores.map((each) => ({
    outputId: byLabel.get(each.label) ?? '',
    criterionId: rubric.criterionIds.get(each.criterion) ?? '',
    value: each.value,
  }))
  return {
    outputIds: rows.map((each) => each.outputId),
    criterionIds: rows.map((each) => each.criterionId),
    values: rows.map((each) => each.value),
    comments: input.comments,
    cannotJudge: input.cannotJudge,
    reopen: Object.keys(input.cannotJudge).flatMap((label) => byLabel.get(label) ?? []),
    guess: input.guess ?? null,
    dwellMs: input.dwellMs,
  }
}

/** The same body gives the same hash, whatever the order of its keys. */
function hashOf(input: RatingInput): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(input, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return new Uint8Array(createHash('sha256').update(text).digest())
}
