import { beforeAll, describe, expect, test } from 'vitest'
import { anchorTasksOf } from '@/e2e/support/anchored-study'
import { checkedStudy, handedOut, sentence } from '@/e2e/support/checked-study'
import { makeInspector } from '@/e2e/support/disputed-study'
import { fullRating } from '@/e2e/support/rating'
import { shapeOf } from '@/e2e/support/shape-of'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Inspector, Rater } from '@/lib/domain/people/actor'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { correctRating, ownRatings } from '@/lib/data/desk/corrections'
import { submitRating } from '@/lib/data/desk/ratings'
import { sweepExpiredLeases } from '@/lib/data/desk/sweep'
import { operator } from '@/lib/server/operator'
import { prepareDamagedOutputs } from './damaged-outputs'

let inspector: Inspector
beforeAll(async () => {
  inspector = await makeInspector()
})

type Answered = { assignmentId: string; task: BlindTask; answer: Awaited<ReturnType<typeof submitRating>> }

/** Works until nothing is left. */
async function workOff(rater: Rater, slug: string): Promise<Answered[]> {
  const answered: Answered[] = []
  let { task } = await claimTasks(rater, slug, 1)
  while (task) {
    const answer = await submitRating(rater, slug, fullRating(task))
    answered.push({ assignmentId: task.assignmentId, task, answer })
    task = answer.task
  }
  return answered
}

test('checks of all kinds come among the work, at their rate and as the placement has it, until the live tasks are done', async () => {
  const { id, slug, rater, goldIds } = await checkedStudy(inspector, {
    gold: 0.1,
    repeat: 0.1,
    degraded: 0.1,
  })
  const answered = await workOff(rater, slug)
  const rows = await handedOut(rater)
  expect(rows.map(({ place }) => place)).toEqual(rows.map((_, place) => place))
  const kinds = rows.map(({ check }) => check?.kind ?? 'live')
  const count = (kind: string) => kinds.filter((each) => each === kind).length
  expect(count('live') + count('degraded')).toBe(70)
  for (const kind of ['gold', 'repeat', 'degraded']) expect(count(kind)).toBeGreaterThan(0)
  expect(kinds.at(-1)).toBe('live')
  const seat = await db.enrolment.findFirstOrThrow({ where: { studyId: id, raterId: rater.id } })
  expect(seat).toMatchObject({
    placed: rows.length,
    done: rows.length,
    placedGold: count('gold'),
    placedRepeat: count('repeat'),
    placedDegraded: count('degraded'),
  })
  expect(answered).toHaveLength(rows.length)

  for (const row of rows) {
    const before = rows.filter((each) => each.turn < row.turn && each.taskId === row.taskId)
    if (row.check?.kind === 'repeat') {
      const first = before.find((each) => each.id === row.check?.ofAssignmentId)
      expect(first).toMatchObject({ kind: 'live', status: 'submitted' })
      expect((row.place ?? 0) - (first?.place ?? 0)).toBeGreaterThanOrEqual(30)
      expect(before).toHaveLength(1)
    } else {
      expect(before).toEqual([])
    }
    expect(goldIds.includes(row.taskId)).toBe(row.check?.kind === 'gold')
  }
  const gold = rows.find(({ check }) => check?.kind === 'gold')?.check?.expected
  expect(gold).toHaveLength(4)
  expect(gold).toMatchObject([
    {
      outputId: expect.any(String),
      criterionId: 'accuracy',
      agreed: expect.any(Number),
      band: { low: expect.any(Number) },
    },
    {},
    {},
    {},
  ])
  expect(await db.chainDue.count({ where: { studyId: id } })).toBe(rows.length)
})

test('a check has the very shape of work: task, answer, own rating, with nothing that tells it', async () => {
  const { slug, rater } = await checkedStudy(
    inspector,
    { gold: 0.15, repeat: 0.1, degraded: 0.15 },
    { prompts: 50 },
  )
  const answered = await workOff(rater, slug)
  const kindOf = new Map((await handedOut(rater)).map((row) => [row.id, row.check?.kind ?? 'live']))
  const own = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof ownRatings>> = await ownRatings(rater, slug, cursor)
    own.push(...page.ratings)
    cursor = page.next
  } while (cursor !== null)
  expect(own).toHaveLength(answered.length)
  const shapes = new Map<string, Set<string>>()
  const note = (kind: string | undefined, what: string) =>
    shapes.set(kind ?? '', (shapes.get(kind ?? '') ?? new Set()).add(what))
  answered.forEach(({ assignmentId, task, answer }, at) => {
    note(kindOf.get(assignmentId), JSON.stringify([task.outputs.length, shapeOf(task), task.language]))
    // The last answer carries no task.
    if (at < answered.length - 1) note(kindOf.get(assignmentId), JSON.stringify(shapeOf(answer)))
  })
  for (const each of own)
    note(kindOf.get(each.task.assignmentId), JSON.stringify([shapeOf(each), each.locked, each.revision]))
  expect([...shapes.keys()].sort()).toEqual(['degraded', 'gold', 'live', 'repeat'])
  for (const [kind, seen] of shapes)
    expect([kind, [...seen].sort()]).toEqual([kind, [...(shapes.get('live') ?? [])].sort()])
  expect(JSON.stringify([answered, own])).not.toMatch(/gold|repeat|degraded|"check"/)
})

test('with each task sent the work left falls by one, whatever it was', async () => {
  const { slug, rater } = await checkedStudy(inspector, { gold: 0.1, degraded: 0.2 }, { prompts: 40 })
  const progress = (await workOff(rater, slug)).map(({ answer }) => answer.progress)
  progress.slice(0, -1).forEach(({ done, left }, at) => {
    expect(done).toBe(at + 1)
    if (at > 0) expect(left).toBe((progress[at - 1]?.left ?? 0) - 1)
  })
  expect(progress.at(-1)?.left).toBe(0)
})

test('a degraded check shows the damaged text in place of the original, on the desk, later and after a correction', async () => {
  const { id, slug, rater } = await checkedStudy(inspector, { degraded: 0.4 }, { prompts: 25, gold: 0 })
  expect(await db.damagedOutput.count()).toBeGreaterThanOrEqual(25)
  const answered = await workOff(rater, slug)
  const rows = await handedOut(rater)
  const check = rows.find((row) => row.check !== null)
  const shown = answered.find(({ assignmentId }) => assignmentId === check?.id)?.task
  if (!check?.check?.outputId || !check.check.contentHash || !shown) throw new Error('a degraded check')
  const damaged = await db.content.findUniqueOrThrow({ where: { hash: check.check.contentHash } })
  const original = await db.output.findUniqueOrThrow({
    where: { id: check.check.outputId },
    include: { content: true },
  })
  const place = await db.taskOutput.findFirstOrThrow({
    where: { taskId: check.taskId, outputId: check.check.outputId },
  })
  const at = check.labelOrder.indexOf(place.position)
  expect(shown.outputs[at]?.turns).toEqual(damaged.html)
  expect(JSON.stringify(shown)).not.toContain(JSON.stringify(original.content?.html).slice(2, -2))
  const ratingId = (await db.rating.findFirstOrThrow({ where: { assignmentId: check.id } })).id
  await correctRating(rater, { slug, ratingId }, { ...fullRating(shown, 2), revision: 1 })
  const [latest] = (await ownRatings(rater, slug, null)).ratings
  expect(latest).toMatchObject({ revision: 2, locked: false, task: { outputs: shown.outputs } })
  expect(await db.chainDue.count({ where: { studyId: id } })).toBe(rows.length + 1)
  // Its task never came as work, though somebody is still wanted for it.
  expect(await db.opening.count({ where: { taskId: check.taskId } })).toBe(3)
})

describe('two tabs', () => {
  test('that claim and send at once get every place once, and no check twice', async () => {
    const { id, slug, rater } = await checkedStudy(inspector, { gold: 0.2, degraded: 0.3 }, { prompts: 24 })
    for (;;) {
      const [one, two] = await Promise.all([claimTasks(rater, slug, 3), claimTasks(rater, slug, 3)])
      const held = [
        ...new Map([...one.tasks, ...two.tasks].map((task) => [task.assignmentId, task])).values(),
      ]
      if (held.length === 0) break
      const ends = await Promise.allSettled(held.map((task) => submitRating(rater, slug, fullRating(task))))
      expect(ends.filter(({ status }) => status === 'rejected')).toEqual([])
    }
    const rows = await handedOut(rater)
    expect(rows.map(({ place }) => place).sort((a, b) => Number(a) - Number(b))).toEqual(
      rows.map((_, place) => place),
    )
    expect(new Set(rows.map(({ taskId }) => taskId)).size).toBe(rows.length)
    const seat = await db.enrolment.findFirstOrThrow({ where: { studyId: id, raterId: rater.id } })
    const checks = rows.filter(({ kind }) => kind === 'check').length
    expect(seat).toMatchObject({ placed: rows.length, done: rows.length })
    expect(seat.placedGold + seat.placedDegraded).toBe(checks)
    expect(checks).toBeGreaterThan(0)
  })
})

test('a check that expires, is handed back or has an output nobody can judge opens no slot for others', async () => {
  const { id, slug, rater } = await checkedStudy(inspector, { degraded: 0.5 }, { prompts: 30, gold: 0 })
  const openings = () => db.opening.count({ where: { kind: { not: 'check' }, task: { studyId: id } } })
  let turn = 0
  for (;;) {
    const { task } = await claimTasks(rater, slug, 1)
    if (!task || turn === 3) break
    const row = await db.assignment.findUniqueOrThrow({ where: { id: task.assignmentId } })
    const rating = fullRating(task)
    if (row.kind !== 'check') {
      await submitRating(rater, slug, rating)
      continue
    }
    turn += 1
    // What the answer leases is counted apart.
    const before = await openings()
    if (turn === 1) {
      await db.assignment.update({ where: { id: row.id }, data: { leaseUntil: new Date(0) } })
      await sweepExpiredLeases()
      expect(await openings()).toBe(before)
      continue
    }
    const { A: _a, ...scores } = rating.scores
    const input =
      turn === 2
        ? { ...rating, scores: {}, cannotJudge: { task: 'unclear' } }
        : { ...rating, scores, cannotJudge: { A: 'unclear' } }
    const { task: next } = await submitRating(rater, slug, input)
    const leased =
      next && (await db.assignment.findUniqueOrThrow({ where: { id: next.assignmentId } })).kind === 'live'
    expect(await openings()).toBe(before - (leased ? 1 : 0))
  }
  expect(turn).toBe(3)
})

test('a study without checks places none and keeps every place on record', async () => {
  const { id, slug, raters } = await openedStudy({ prompts: 6, answer: sentence }, 1)
  await anchorTasksOf(inspector, slug, 2)
  await prepareDamagedOutputs(await operator(), { version: 1, html: async (text) => text })
  const [rater] = raters
  if (!rater) throw new Error('a rater')
  await workOff(rater, slug)
  const rows = await handedOut(rater)
  expect(rows.map(({ kind, place }) => [kind, place])).toEqual([0, 1, 2, 3].map((place) => ['live', place]))
  expect(
    await db.damagedOutput.count({
      where: { taskId: { in: (await db.task.findMany({ where: { studyId: id } })).map((task) => task.id) } },
    }),
  ).toBe(0)
})
