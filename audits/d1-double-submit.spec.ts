import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { db } from '@/lib/data/db'
import { openedStudy } from '@/e2e/support/study-factory'
import { deskOf, sessionOf } from './support/desk'
import { isFull, report } from './support/length'

test('D1: the same rating sent 2, 10 times at once, later and changed is one rating', async ({ baseURL }) => {
  const tasks = isFull ? 40 : 8
  const study = await openedStudy({ prompts: tasks, k: 1 }, 1)
  const [rater] = study.raters
  if (!rater) throw new Error('a rater')
  const desk = deskOf(baseURL ?? '', study.slug, await sessionOf(rater))
  const first: { body: object; ratingId: string }[] = []
  for (let turn = 0; turn < tasks; turn++) {
    const task = (await desk.post('claim', { hold: 1 })).json.task
    if (!task) throw new Error('a task')
    const body = { ...desk.rating(task), idempotencyKey: randomUUID() }
    const answers = await Promise.all(
      Array.from({ length: turn % 2 ? 2 : 10 }, () => desk.post('ratings', body)),
    )
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200))
    const ids = new Set(answers.map((answer) => answer.json.saved?.ratingId))
    expect(ids.size).toBe(1)
    first.push({ body, ratingId: [...ids][0] ?? '' })
    const other = await desk.post('ratings', { ...desk.rating(task), idempotencyKey: randomUUID() })
    expect([409]).toContain(other.status)
  }
  if (isFull) await new Promise((resolve) => setTimeout(resolve, 60_000))
  for (const { body, ratingId } of first) {
    const replay = await desk.post('ratings', body)
    expect(replay.json.saved?.ratingId).toBe(ratingId)
    expect((await desk.post('ratings', { ...body, dwellMs: 77 })).status).toBe(409)
  }
  const stored = await db.rating.count({ where: { assignment: { studyId: study.id } } })
  report('D1', `${tasks} ratings, each sent up to 12 times: ${stored} stored`)
  expect(stored).toBe(tasks)
})
