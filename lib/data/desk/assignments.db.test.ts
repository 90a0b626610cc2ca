import { expect, test } from 'vitest'
import { fullRating as full } from '@/e2e/support/rating'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Rater } from '@/lib/domain/people/actor'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { db } from '@/lib/data/db'
import { claimTasks, extendLease } from './assignments'
import { correctRating, ownRatings } from './corrections'
import { submitRating } from './ratings'
import { sweepExpiredLeases } from './sweep'

async function firstTask(rater: Rater, slug: string): Promise<BlindTask> {
  const { task } = await claimTasks(rater, slug, 1)
  if (!task) throw new Error('a task was expected')
  return task
}

/** Live ratings by task, for the promises about k. */
async function livePerTask(studyId: string): Promise<number[]> {
  const rows = await db.$queryRaw<{ n: number }[]>`
    SELECT (SELECT count(*)::int FROM assignment a JOIN rating r ON r.assignment_id = a.id
      WHERE a.task_id = t.id AND a.kind = 'live') AS n FROM task t WHERE t.study_id = ${studyId}::uuid`
  return rows.map((row) => row.n)
}

test('32 raters at once, with skips and expiries: exactly k ratings a task, never a rater twice', async () => {
  for (let seed = 0; seed < 3; seed++) {
    const { id, slug, raters } = await openedStudy({ prompts: 10, k: 3, leaseSeconds: 0.6 }, 32)
    let sweeping = true
    const sweeps = (async () => {
      while (sweeping) {
        await sweepExpiredLeases()
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    })()
    await Promise.all(
      raters.map(async (rater, index) => {
        for (let turn = 0, empty = 0; turn < 60 && empty < 6; turn++) {
          const { task } = await claimTasks(rater, slug, 1)
          if (!task) {
            empty++
            await new Promise((resolve) => setTimeout(resolve, 200))
            continue
          }
          const dice = (index * 7 + turn * 13 + seed) % 10
          if (dice === 0) await new Promise((resolve) => setTimeout(resolve, 800))
          const input = full(task)
          if (dice === 1) input.cannotJudge['task'] = 'unclear'
          await submitRating(rater, slug, input).catch((error: { code?: string }) => {
            if (error.code !== 'lease_lost') throw error
          })
        }
      }),
    )
    sweeping = false
    await sweeps
    expect(await livePerTask(id)).toEqual(Array.from({ length: 10 }, () => 3))
    const twice =
      await db.$queryRaw`SELECT a.task_id FROM assignment a JOIN rating r ON r.assignment_id = a.id
      WHERE a.study_id = ${id}::uuid GROUP BY a.task_id, a.rater_id HAVING count(*) > 1`
    expect(twice).toEqual([])
  }
})

test('with as few raters as k, a task whose lease expired is found again', async () => {
  const { id, slug, raters } = await openedStudy({ prompts: 3, k: 2, leaseSeconds: 0.3 }, 2)
  const [one, two] = raters
  if (!one || !two) throw new Error('two raters')
  await firstTask(one, slug)
  await new Promise((resolve) => setTimeout(resolve, 400))
  await sweepExpiredLeases()
  for (const rater of [one, two]) {
    for (;;) {
      const { task } = await claimTasks(rater, slug, 1)
      if (!task) break
      await submitRating(rater, slug, full(task))
    }
  }
  expect(await livePerTask(id)).toEqual([2, 2, 2])
})

test('ten posts of one rating at once are one rating, and each gets the first answer', async () => {
  const { id, slug, raters } = await openedStudy({ prompts: 5 }, 1)
  const [rater] = raters
  if (!rater) throw new Error('one rater')
  const input = full(await firstTask(rater, slug))
  const answers = await Promise.all(Array.from({ length: 10 }, () => submitRating(rater, slug, input)))
  expect(new Set(answers.map((answer) => answer.saved?.ratingId)).size).toBe(1)
  expect(new Set(answers.map((answer) => answer.task?.assignmentId)).size).toBe(1)
  expect((await livePerTask(id)).reduce((sum, n) => sum + n, 0)).toBe(1)
  await expect(submitRating(rater, slug, { ...input, dwellMs: 2 })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('a rater cannot submit, extend or see what is another one’s', async () => {
  const { slug, raters } = await openedStudy({ prompts: 5 }, 2)
  const [one, two] = raters
  if (!one || !two) throw new Error('two raters')
  const task = await firstTask(one, slug)
  await expect(submitRating(two, slug, full(task))).rejects.toMatchObject({ code: 'not_found' })
  await expect(extendLease(two, slug, task.assignmentId)).rejects.toMatchObject({ code: 'not_found' })
  await submitRating(one, slug, full(task))
  expect((await ownRatings(two, slug, null)).ratings).toEqual([])
})

test('several leases are held at once, oldest first, and refilled with each answer', async () => {
  const { slug, raters } = await openedStudy({ prompts: 9 }, 1)
  const [rater] = raters
  if (!rater) throw new Error('one rater')
  const claimed = await claimTasks(rater, slug, 3)
  expect(claimed.tasks).toHaveLength(3)
  const [first, second] = claimed.tasks
  if (!first || !second) throw new Error('tasks')
  const answer = await submitRating(rater, slug, full(first))
  expect(answer.task?.assignmentId).toBe(second.assignmentId)
  expect(answer.tasks).toHaveLength(1)
  expect((await claimTasks(rater, slug, 3)).tasks).toHaveLength(3)
})

test('two ratings sent at once under one key: one is saved, the other is a conflict', async () => {
  for (let turn = 0; turn < 5; turn++) {
    const { id, slug, raters } = await openedStudy({ prompts: 6 }, 1)
    const [rater] = raters
    if (!rater) throw new Error('one rater')
    const { tasks } = await claimTasks(rater, slug, 2)
    const [one, two] = tasks.map((task) => ({ ...full(task), idempotencyKey: 'the-same-key' }))
    if (!one || !two) throw new Error('two tasks')
    const ends = await Promise.allSettled([submitRating(rater, slug, one), submitRating(rater, slug, two)])
    const refusals = ends.flatMap((end): unknown[] => (end.status === 'rejected' ? [end.reason] : []))
    expect(refusals).toMatchObject([{ code: 'conflict' }])
    expect((await livePerTask(id)).reduce((sum, n) => sum + n, 0)).toBe(1)
  }
})

test('holding more leases than there are tasks gives each task once', async () => {
  const { slug, raters } = await openedStudy({ prompts: 2, k: 3 }, 2)
  for (const rater of raters) {
    const { tasks } = await claimTasks(rater, slug, 6)
    expect(tasks).toHaveLength(2)
    for (const task of tasks) await submitRating(rater, slug, full(task))
    expect((await claimTasks(rater, slug, 6)).task).toBeNull()
  }
})

test('a correction is a new revision, and two of one revision conflict', async () => {
  const { slug, raters } = await openedStudy({ prompts: 2 }, 1)
  const [rater] = raters
  if (!rater) throw new Error('one rater')
  await submitRating(rater, slug, full(await firstTask(rater, slug), 2))
  const [own] = (await ownRatings(rater, slug, null)).ratings
  if (!own) throw new Error('own rating')
  expect(own.scores['A']).toEqual({ accuracy: 2, style: 2 })
  const change = { ...full(own.task, 5), revision: 1 }
  const saved = await correctRating(rater, { slug, ratingId: own.ratingId }, change)
  expect(saved.saved.revision).toBe(2)
  await expect(correctRating(rater, { slug, ratingId: own.ratingId }, change)).rejects.toMatchObject({
    code: 'conflict',
  })
  const [now] = (await ownRatings(rater, slug, null)).ratings
  expect(now?.scores['B']).toEqual({ accuracy: 5, style: 5 })
})

test('an output that cannot be judged opens an extra assignment for its cells', async () => {
  const { id, slug, raters } = await openedStudy({ prompts: 1, k: 1 }, 2)
  const [one, two] = raters
  if (!one || !two) throw new Error('two raters')
  const input = full(await firstTask(one, slug))
  delete input.scores['A']
  input.cannotJudge['A'] = 'needs a specialist'
  await submitRating(one, slug, input)
  const extra = await firstTask(two, slug)
  await submitRating(two, slug, full(extra))
  expect(await livePerTask(id)).toEqual([1])
  const row = await db.assignment.findUniqueOrThrow({ where: { id: extra.assignmentId } })
  expect(row.kind).toBe('extra')
  expect(row.scope).toHaveLength(1)
})
