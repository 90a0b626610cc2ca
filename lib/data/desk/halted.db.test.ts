import { describe, expect, test } from 'vitest'
import { fullRating } from '@/e2e/support/rating'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Rater } from '@/lib/domain/people/actor'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { db } from '@/lib/data/db'
import { closeStudy } from '@/lib/data/studies/lifecycle'
import { operator } from '@/lib/server/operator'
import type { EnrolmentState } from '@/lib/data/generated/enums'
import { claimTasks, extendLease } from './assignments'
import { correctRating, ownRatings } from './corrections'
import { submitRating } from './ratings'
import { sweepExpiredLeases } from './sweep'

async function atWork(k = 2) {
  const study = await openedStudy({ prompts: 3, k }, 1)
  const [rater] = study.raters
  if (!rater) throw new Error('a rater')
  const { task } = await claimTasks(rater, study.slug, 1)
  if (!task) throw new Error('a task')
  return { ...study, rater, task }
}

const become = (rater: Rater, state: EnrolmentState) =>
  db.enrolment.updateMany({ where: { raterId: rater.id }, data: { state } })

describe('a rater stopped in the middle of a task', () => {
  test.each([
    ['excluded', 'no longer take part', 'excluded'],
    ['paused', 'are paused', 'rater_paused'],
    ['calibrating', 'calibration comes first', 'calibrating'],
  ] as const)(
    'who is %s is told so, nothing is saved, and the task goes back to the line',
    async (state, said, because) => {
      const { id, slug, rater, task } = await atWork()
      await become(rater, state)
      await expect(submitRating(rater, slug, fullRating(task))).rejects.toMatchObject({
        code: 'closed',
        message: expect.stringContaining(said),
        more: { because },
      })
      await expect(extendLease(rater, slug, task.assignmentId)).rejects.toMatchObject({
        code: 'closed',
        more: { because },
      })
      expect(await db.rating.count({ where: { assignment: { studyId: id } } })).toBe(0)
      await db.assignment.updateMany({ where: { studyId: id }, data: { leaseUntil: new Date(0) } })
      await sweepExpiredLeases()
      expect(await db.opening.count({ where: { task: { studyId: id } } })).toBe(6)
    },
  )

  test('after the study has closed the reason is the study, and with a claim as well', async () => {
    const { slug, rater, task } = await atWork()
    await closeStudy(await operator(), slug)
    const closed = { code: 'closed', more: { because: 'study_closed' } }
    await expect(submitRating(rater, slug, fullRating(task))).rejects.toMatchObject(closed)
    await expect(claimTasks(rater, slug, 1)).rejects.toMatchObject(closed)
  })

  test('who is paused is handed nothing that could not be sent, and finds the task again when let back in time', async () => {
    const { slug, rater, task } = await atWork()
    await become(rater, 'paused')
    expect(await claimTasks(rater, slug, 3)).toMatchObject({ task: null, tasks: [], because: 'rater_paused' })
    await become(rater, 'active')
    expect((await claimTasks(rater, slug, 1)).task?.assignmentId).toBe(task.assignmentId)
    expect(await submitRating(rater, slug, fullRating(task))).toMatchObject({ saved: { revision: 1 } })
  })

  test('in the very moment: the rating is in before the exclusion, or refused', async () => {
    for (let turn = 0; turn < 8; turn++) {
      const { id, slug, rater, task } = await atWork()
      const sent = submitRating(rater, slug, fullRating(task))
      // As excluding does: the enrolment first, then what there is of ratings.
      const counted = db.$transaction(async (tx) => {
        await tx.enrolment.updateMany({ where: { raterId: rater.id }, data: { state: 'excluded' } })
        return tx.rating.count({ where: { assignment: { studyId: id } } })
      })
      const [end, known] = await Promise.allSettled([sent, counted])
      const ratings = await db.rating.count({ where: { assignment: { studyId: id } } })
      expect(known).toMatchObject({ status: 'fulfilled', value: ratings })
      expect(end.status).toBe(ratings === 1 ? 'fulfilled' : 'rejected')
    }
  })
})

describe('corrections', () => {
  test('are looked at by the chain like ratings', async () => {
    const { id, slug, rater, task } = await atWork()
    const { saved } = await submitRating(rater, slug, fullRating(task))
    const corrected = await correctRating(
      rater,
      { slug, ratingId: saved?.ratingId ?? '' },
      { ...fullRating(task, 2), revision: 1 },
    )
    const due = await db.chainDue.findMany({ where: { studyId: id }, orderBy: { sequence: 'asc' } })
    expect(due.map(({ ratingId }) => ratingId)).toEqual([saved?.ratingId, corrected.saved.ratingId])
    expect(new Set(due.map(({ taskId }) => taskId)).size).toBe(1)
  })

  test('end where a lot or an arbitration has drawn on the rating, by the time of its first revision', async () => {
    const { slug, rater, task } = await atWork()
    const first = await submitRating(rater, slug, fullRating(task))
    if (!first.task) throw new Error('a second task')
    const { sequence } = await db.rating.findFirstOrThrow({ where: { id: first.saved?.ratingId ?? '' } })
    await submitRating(rater, slug, fullRating(first.task))
    const ratingId = first.saved?.ratingId ?? ''
    await correctRating(rater, { slug, ratingId }, { ...fullRating(task, 2), revision: 1 })
    await db.enrolment.updateMany({ where: { raterId: rater.id }, data: { lockedThrough: sequence } })
    await expect(
      correctRating(rater, { slug, ratingId }, { ...fullRating(task, 3), revision: 2 }),
    ).rejects.toMatchObject({ code: 'locked' })
    const { ratings } = await ownRatings(rater, slug, null)
    expect(ratings.map(({ revision, locked }) => [revision, locked])).toEqual([
      [2, true],
      [1, false],
    ])
  })
})

test('what an opening is for goes with the task, and back with it', async () => {
  const { id, slug, raters } = await openedStudy({ prompts: 1, k: 1 }, 2)
  const [one, two] = raters
  if (!one || !two) throw new Error('two raters')
  const replaces = '11111111-1111-4111-8111-111111111111'
  await db.opening.updateMany({
    where: { task: { studyId: id } },
    data: { kind: 'extra', scopeCells: ['o/c'], replaces },
  })
  const { task } = await claimTasks(one, slug, 1)
  if (!task) throw new Error('a task')
  expect(task.outputs).toHaveLength(2)
  expect(await db.assignment.findUniqueOrThrow({ where: { id: task.assignmentId } })).toMatchObject({
    kind: 'extra',
    scopeCells: ['o/c'],
    replaces,
  })
  const handBack = (held: BlindTask) =>
    submitRating(one, slug, { ...fullRating(held), scores: {}, cannotJudge: { task: 'not my field' } })
  const { task: once } = await handBack(task)
  // Somebody may think again once.
  if (once) await handBack(once)
  expect(await db.opening.findFirst({ where: { task: { studyId: id } } })).toMatchObject({
    kind: 'extra',
    scopeCells: ['o/c'],
    replaces,
  })
  const again = await claimTasks(two, slug, 1)
  const { A: _a, ...scores } = fullRating(again.task ?? task).scores
  await submitRating(two, slug, { ...fullRating(again.task ?? task), scores, cannotJudge: { A: 'unclear' } })
  expect(await db.opening.count({ where: { task: { studyId: id } } })).toBe(0)
})
