import { beforeAll, describe, expect, test } from 'vitest'
import { anchorTasksOf } from '@/e2e/support/anchored-study'
import { makeInspector } from '@/e2e/support/disputed-study'
import { fullRating } from '@/e2e/support/rating'
import { makeStudy, openedStudy } from '@/e2e/support/study-factory'
import type { Inspector } from '@/lib/domain/people/actor'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { anchorTasks } from './anchor-tasks'
import { makeAnchors } from './make-anchors'
import { retireAnchor } from './retire-anchor'
import { anchorSupply } from './supply'

let inspector: Inspector
beforeAll(async () => {
  inspector = await makeInspector()
})

const reason = 'Because'
const cells = (accuracy: number[], style: number[]) => ({
  accuracy: { scores: accuracy, reason },
  style: { scores: style, reason },
})

async function firstTaskId(slug: string): Promise<string> {
  const { tasks } = await anchorTasks(inspector, slug, null)
  return tasks[0]?.taskId ?? ''
}

describe('an anchor', () => {
  test('off the scale is refused with its label, its criterion and what was expected, and nothing is kept', async () => {
    const { id, slug } = await openedStudy({ prompts: 3 }, 0)
    const taskId = await firstTaskId(slug)
    const outputs = { A: cells([4, 9], [3, 3]), B: cells([4], [3, 3]), Z: cells([1, 1], [1, 1]) }
    await expect(makeAnchors(inspector, slug, { taskId, rubricVersion: 1, outputs })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('Output A, accuracy: 9 is not on the scale 1 to 5'),
      more: {
        fields: {
          'outputs.A.accuracy.scores': '9 is not on the scale 1 to 5 in steps of 1',
          'outputs.B.accuracy.scores': '1 of at least two expert scores',
          'outputs.Z': 'no such output; expected A, B',
        },
      },
    })
    expect(await db.anchor.count({ where: { studyId: id } })).toBe(0)
    expect(await db.task.count({ where: { studyId: id, anchoredAt: { not: null } } })).toBe(0)
  })

  test('takes its whole prompt out of live work, for good', async () => {
    const { id, slug, raters } = await openedStudy({ prompts: 2, presentation: 'single', k: 2 }, 1)
    const taskId = await firstTaskId(slug)
    const { anchors } = await makeAnchors(inspector, slug, {
      taskId,
      rubricVersion: 1,
      outputs: { A: cells([1, 2], [4, 4]) },
    })
    const left = await db.task.findMany({
      where: { studyId: id, anchoredAt: null },
      select: { id: true, promptId: true },
    })
    expect(left).toHaveLength(2)
    expect(new Set(left.map(({ promptId }) => promptId)).size).toBe(1)
    expect(await db.opening.count({ where: { task: { studyId: id } } })).toBe(4)
    expect(await db.round.findFirstOrThrow({ where: { studyId: id } })).toMatchObject({ taskCount: 2 })
    await retireAnchor(inspector, slug, anchors['A'] ?? '')
    expect(await db.opening.count({ where: { task: { studyId: id } } })).toBe(4)
    const [rater] = raters
    if (!rater) throw new Error('a rater')
    const seen: string[] = []
    for (;;) {
      const { task } = await claimTasks(rater, slug, 1)
      if (!task) break
      seen.push((await db.assignment.findUniqueOrThrow({ where: { id: task.assignmentId } })).taskId)
      await submitRating(rater, slug, fullRating(task))
    }
    expect(seen.sort()).toEqual(left.map((each) => each.id).sort())
  })

  test('is replaced by another of the same output; the old one stays on record', async () => {
    const { id, slug } = await openedStudy({ prompts: 2 }, 0)
    const taskId = await firstTaskId(slug)
    const make = (accuracy: number[]) =>
      makeAnchors(inspector, slug, { taskId, rubricVersion: 1, outputs: { A: cells(accuracy, [3, 3]) } })
    await make([1, 1])
    await Promise.all([make([2, 2]), make([3, 3])])
    const rows = await db.anchor.findMany({ where: { studyId: id } })
    expect(rows).toHaveLength(3)
    expect(rows.filter(({ retiredAt }) => retiredAt === null)).toHaveLength(1)
    const { tasks } = await anchorTasks(inspector, slug, null)
    expect(Object.keys(tasks.find((each) => each.taskId === taskId)?.anchors ?? {})).toEqual(['A'])
  })

  test('cannot be made on a prompt that a rater has begun on, even in the same moment', async () => {
    const { id, slug, raters } = await openedStudy({ prompts: 1, k: 3 }, 3)
    const taskId = await firstTaskId(slug)
    const make = () =>
      makeAnchors(inspector, slug, { taskId, rubricVersion: 1, outputs: { A: cells([1, 1], [3, 3]) } })
    const [made, ...claims] = await Promise.allSettled([
      make(),
      ...raters.map((rater) => claimTasks(rater, slug, 1)),
    ])
    const given = claims.filter((claim) => claim?.status === 'fulfilled' && claim.value.task !== null).length
    if (made?.status === 'fulfilled') expect(given).toBe(0)
    else {
      expect(made?.reason).toMatchObject({ code: 'conflict' })
      expect(given).toBeGreaterThan(0)
      expect(await db.opening.count({ where: { task: { studyId: id } } })).toBe(3 - given)
      await expect(make()).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('has begun'),
      })
    }
  })

  test('needs a study with tasks', async () => {
    const { slug } = await makeStudy({ prompts: 1 })
    const taskId = '00000000-0000-4000-8000-000000000000'
    await expect(
      makeAnchors(inspector, slug, { taskId, rubricVersion: 1, outputs: {} }),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('open it first'),
    })
  })
})

test('the list of tasks names no model and no output, and labels are the inspector’s own, always the same', async () => {
  const { id, slug } = await openedStudy({ prompts: 25, models: 4, canary: 'CANARY' }, 0)
  const lists = [await anchorTasks(inspector, slug, null), await anchorTasks(inspector, slug, null)]
  expect(lists[0]).toEqual(lists[1])
  const text = JSON.stringify(lists[0])
  expect(text).not.toContain('CANARY')
  for (const { id: outputId } of await db.output.findMany({ where: { studyId: id }, select: { id: true } }))
    expect(text).not.toContain(outputId)
  // The n-th model's answers end in "kind n": were labels to go by model, they would be the same on every sheet.
  const orders = new Set(
    lists[0]?.tasks.map(({ task }) => task.outputs.map(({ turns }) => String(turns[0]).slice(-5)).join()),
  )
  expect(orders.size).toBeGreaterThan(3)
})

test('pages of tasks hold each task once, those with anchors first', async () => {
  const { slug } = await openedStudy({ prompts: 25 }, 0)
  const anchored = await anchorTasksOf(inspector, slug, 3)
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = await anchorTasks(inspector, slug, cursor)
    seen.push(...page.tasks.map(({ taskId }) => taskId))
    cursor = page.next
  } while (cursor !== null)
  expect(seen).toHaveLength(25)
  expect(new Set(seen).size).toBe(25)
  expect(new Set(seen.slice(0, 3))).toEqual(new Set(anchored))
})

test('the supply says what is missing until a draw works', async () => {
  const { slug } = await openedStudy(
    { prompts: 14, protocol: { calibration: { anchors: 10, attempts: 2 } } },
    0,
  )
  await anchorTasksOf(inspector, slug, 2)
  const few = await anchorSupply(inspector, slug)
  expect(few).toMatchObject({ anchors: 4, inForce: false })
  expect(few.problems.map(({ words }) => words.id)).toContain('calibration.problem.tooFew')
  await anchorTasksOf(inspector, slug, 10)
  expect(await anchorSupply(inspector, slug)).toMatchObject({ anchors: 24, inForce: true, problems: [] })
})
