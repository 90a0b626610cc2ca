import { beforeAll, expect, test } from 'vitest'
import { enrolmentState, expertRating } from '@/e2e/support/anchored-study'
import { anchoredStudy, pseudonymOf, workAttempt } from '@/e2e/support/calibrated-study'
import { makeInspector } from '@/e2e/support/disputed-study'
import { fullRating } from '@/e2e/support/rating'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Inspector } from '@/lib/domain/people/actor'
import { db } from '@/lib/data/db'
import { claimTasks, extendLease } from '@/lib/data/desk/assignments'
import { ownRatings } from '@/lib/data/desk/corrections'
import { deskOf } from '@/lib/data/desk/overview'
import { submitRating } from '@/lib/data/desk/ratings'
import { decideCalibration } from './decide'
import { calibrationDesk } from './own-calibration'
import { taskFeedback } from './task-feedback'
import { waitingCalibrations } from './waiting'

let inspector: Inspector
beforeAll(async () => {
  inspector = await makeInspector()
})

test('whoever enters calibrates first, sees why, passes, and only then gets live work', async () => {
  const { id, slug, rater, taskIds } = await anchoredStudy(inspector)
  expect(await enrolmentState(id, rater)).toBe('calibrating')
  expect(await deskOf(rater, slug)).toMatchObject({
    enrolment: 'calibrating',
    progress: { done: 0, left: 5 },
  })
  const first = await claimTasks(rater, slug, 1)
  expect(first).toMatchObject({ progress: { done: 0, left: 5 } })
  if (!first.task) throw new Error('a task')
  expect(Date.parse(first.task.leaseUntil) - Date.now()).toBeGreaterThan(23 * 3_600_000)
  expect(
    Date.parse((await extendLease(rater, slug, first.task.assignmentId)).leaseUntil) - Date.now(),
  ).toBeGreaterThan(23 * 3_600_000)
  await expect(taskFeedback(rater, slug, first.task.assignmentId)).rejects.toMatchObject({
    code: 'not_found',
  })

  const input = await expertRating(first.task)
  const [label, scores] = Object.entries(input.scores)[0] ?? []
  if (!label || scores?.['style'] === undefined) throw new Error('scores')
  input.scores[label] = { ...scores, style: 6 - scores['style'] }
  const answer = await submitRating(rater, slug, input)
  expect(answer).toMatchObject({ saved: { revision: 1 }, progress: { done: 1, left: 4 } })
  expect(answer.task).not.toBeNull()
  const feedback = await taskFeedback(rater, slug, first.task.assignmentId)
  expect(feedback.cells).toHaveLength(4)
  expect(feedback.cells.filter(({ inside }) => !inside)).toMatchObject([
    { label, criterionId: 'style', differenceSteps: expect.any(Number), reason: { en: 'Because' } },
  ])
  expect(feedback.task.outputs.map(({ turns }) => turns)).toEqual(
    first.task.outputs.map(({ turns }) => turns),
  )

  expect(await workAttempt(rater, slug)).toMatchObject({
    task: null,
    tasks: [],
    progress: { done: 5, left: 0 },
  })
  expect(await enrolmentState(id, rater)).toBe('active')
  expect(await calibrationDesk(rater, slug)).toMatchObject({
    standing: 'passed',
    attempt: null,
    result: {
      number: 1,
      passed: true,
      cells: 20,
      inside: 19,
      missed: [],
      byCriterion: [{ criterionId: 'accuracy', inside: 10 }, { inside: 9 }],
    },
  })
  expect((await ownRatings(rater, slug, null)).ratings).toEqual([])
  expect(await db.chainDue.count({ where: { studyId: id } })).toBe(0)
  const live = await claimTasks(rater, slug, 1)
  expect(live.progress).toEqual({ done: 0, left: 3 })
  const row = await db.assignment.findUniqueOrThrow({ where: { id: live.task?.assignmentId ?? '' } })
  expect(row.kind).toBe('live')
  expect(taskIds).not.toContain(row.taskId)
  await expect(submitRating(rater, slug, fullRating(first.task))).rejects.toMatchObject({ code: 'conflict' })
})

test('two failed attempts, on other anchors each, wait for a person, who may grant one more, turn away or let in', async () => {
  const { id, slug, rater, others } = await anchoredStudy(inspector, 2)
  const [other] = others
  if (!other) throw new Error('two raters')
  await workAttempt(rater, slug, true)
  expect(await enrolmentState(id, rater)).toBe('calibrating')
  expect(await calibrationDesk(rater, slug)).toMatchObject({
    standing: 'attempt',
    attempt: { number: 2, of: 2, done: 0, tasks: 5 },
    result: { passed: false, missed: ['inside_band'] },
  })
  await workAttempt(rater, slug, true)
  expect(await calibrationDesk(rater, slug)).toMatchObject({
    standing: 'awaits_decision',
    attempt: null,
    result: { number: 2 },
  })
  expect(await claimTasks(rater, slug, 1)).toMatchObject({
    task: null,
    tasks: [],
    progress: { done: 0, left: 0 },
  })
  const tasks = await db.assignment.findMany({
    where: { studyId: id, raterId: rater.id },
    select: { taskId: true },
  })
  expect(new Set(tasks.map(({ taskId }) => taskId)).size).toBe(10)

  const pseudonym = await pseudonymOf(id, rater)
  const waiting = await waitingCalibrations(inspector, slug)
  expect(waiting).toMatchObject([
    { rater: pseudonym, reason: 'enrolment', attempts: [{ cells: 20, inside: 0 }, { inside: 0 }] },
  ])
  expect(JSON.stringify(waiting)).not.toContain(rater.id)
  await decideCalibration(inspector, slug, { rater: pseudonym, kind: 'another', reason: 'Nearly there.' })
  expect(await calibrationDesk(rater, slug)).toMatchObject({
    standing: 'attempt',
    attempt: { number: 3, of: 3 },
  })
  await workAttempt(rater, slug, true)
  const decide = (kind: 'admit' | 'decline') =>
    decideCalibration(inspector, slug, { rater: pseudonym, kind, reason: 'Looked at it.' })
  const ends = await Promise.allSettled([decide('admit'), decide('decline')])
  expect(ends.filter((end) => end.status === 'rejected')).toMatchObject([{ reason: { code: 'conflict' } }])
  expect(await db.enrolmentAct.count({ where: { studyId: id, raterId: rater.id } })).toBe(2)
  const isIn = ends[0]?.status === 'fulfilled'
  expect(await enrolmentState(id, rater)).toBe(isIn ? 'active' : 'calibrating')
  expect(await calibrationDesk(rater, slug)).toMatchObject({
    standing: isIn ? 'passed' : 'declined',
    declinedBecause: isIn ? null : 'Looked at it.',
  })
  expect(await calibrationDesk(other, slug)).toMatchObject({ standing: 'attempt', result: null })
})

test('the last task sent from two tabs and once more is one rating, one result and one answer', async () => {
  const { id, slug, rater } = await anchoredStudy(inspector)
  const { tasks } = await claimTasks(rater, slug, 6)
  expect(tasks).toHaveLength(5)
  for (const task of tasks.slice(1)) await submitRating(rater, slug, await expertRating(task))
  const [last] = tasks
  if (!last) throw new Error('a task')
  const input = await expertRating(last)
  const other = { ...input, idempotencyKey: 'another-tab' }
  const ends = await Promise.allSettled([
    submitRating(rater, slug, input),
    submitRating(rater, slug, input),
    submitRating(rater, slug, other),
  ])
  const saved = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value.saved?.ratingId] : []))
  const refused = ends.flatMap((end): unknown[] => (end.status === 'rejected' ? [end.reason] : []))
  expect(new Set(saved).size).toBe(1)
  for (const reason of refused) expect(reason).toMatchObject({ code: 'conflict' })
  expect(await db.rating.count({ where: { assignment: { studyId: id } } })).toBe(5)
  expect(await enrolmentState(id, rater)).toBe('active')
})

test('two tabs that claim at once hold each task of an attempt once, in its order', async () => {
  const { slug, rater } = await anchoredStudy(inspector)
  await Promise.all([1, 2, 3].map(() => claimTasks(rater, slug, 2)))
  const { tasks } = await claimTasks(rater, slug, 6)
  expect(tasks).toHaveLength(5)
  const rows = await db.assignment.findMany({
    where: { id: { in: tasks.map(({ assignmentId }) => assignmentId) } },
  })
  expect(new Set(rows.map(({ taskId }) => taskId)).size).toBe(5)
})

test('no other rater learns anything of it', async () => {
  const { slug, rater, others } = await anchoredStudy(inspector, 2)
  const [other] = others
  const { task } = await claimTasks(rater, slug, 1)
  if (!task || !other) throw new Error('a task and another rater')
  await submitRating(rater, slug, await expertRating(task))
  await expect(taskFeedback(other, slug, task.assignmentId)).rejects.toMatchObject({ code: 'not_found' })
  await expect(submitRating(other, slug, await expertRating(task))).rejects.toMatchObject({
    code: 'not_found',
  })
  const elsewhere = await openedStudy({ prompts: 1 }, 1)
  const [stranger] = elsewhere.raters
  if (!stranger) throw new Error('a rater')
  await expect(calibrationDesk(stranger, slug)).rejects.toMatchObject({ code: 'not_found' })
  expect(await calibrationDesk(stranger, elsewhere.slug)).toBeNull()
})
