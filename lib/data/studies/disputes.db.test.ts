import { beforeAll, expect, test } from 'vitest'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Admin } from '@/lib/domain/people/actor'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { operator } from '@/lib/server/operator'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { computeBoard } from '@/lib/data/releases/compute-board'
import { disputedCells } from './disputes'
import { closeStudy, unsealStudy } from './lifecycle'

let admin: Admin
let study: Awaited<ReturnType<typeof openedStudy>>

/** Three raters over eight prompts with two outputs; the third lies far from the others on every other prompt. */
beforeAll(async () => {
  admin = await operator()
  study = await openedStudy({ prompts: 8, models: 2, k: 3 }, 3)
  for (const [who, rater] of study.raters.entries()) {
    for (let turn = 0; turn < 8; turn += 1) {
      const { task } = await claimTasks(rater, study.slug, 1)
      if (task) await submitRating(rater, study.slug, judged(task, who))
    }
  }
  await closeStudy(admin, study.slug)
  await unsealStudy(admin, study.slug, 'no arbiter in this test')
})

function judged(task: BlindTask, who: number) {
  const promptOf = (turns: readonly unknown[]) => Number(/Answer (\d+)/.exec(String(turns[0]))?.[1] ?? 0)
  const handedBack = task.outputs.filter(({ turns }, index) => index === 0 && promptOf(turns) >= 6 && who <= promptOf(turns) - 6)
  const scored = task.outputs.filter((output) => !handedBack.includes(output))
  const value = (turns: readonly unknown[]) => (who === 2 && promptOf(turns) % 2 === 0 ? 5 : 2)
  return {
    assignmentId: task.assignmentId,
    idempotencyKey: crypto.randomUUID(),
    scores: Object.fromEntries(scored.map(({ label, turns }) => [label, { accuracy: value(turns), style: 2 + who }])),
    comments: {},
    cannotJudge: Object.fromEntries(handedBack.map(({ label }) => [label, 'needs a specialist'])),
    dwellMs: 4200,
  }
}

/** Counts both ways and expects one answer. */
async function disputed(): Promise<number> {
  const board = await computeBoard(admin, study.slug, { seed: 1 })
  const atTheGate = board.gates.find(({ id }) => id === 'arbitration')?.value
  const counted = await disputedCells(db, study.id)
  expect(counted).toBe(atTheGate)
  return counted
}

async function ratingsOf(kind: 'live' | 'extra' = 'live') {
  return db.rating.findMany({
    where: { assignment: { studyId: study.id, kind } },
    orderBy: { sequence: 'asc' },
    include: { assignment: true, scores: true },
  })
}

async function decide(ratingId: string, cell: { outputId?: string; criterionId?: string }, counts = false) {
  await db.countingDecision.create({ data: { ratingId, ...cell, counts, reason: 'test', byId: admin.id } })
}

test('with outputs that some could not judge the count is that of the gate', async () => {
  expect(await disputed()).toBeGreaterThan(0)
})

test('an excluded rating, an excluded cell and one that counts again change both alike', async () => {
  const before = await disputed()
  const far = (await ratingsOf()).filter(({ scores }) => scores.some(({ value }) => value === 5))
  const [whole, single, again] = far
  const cell = single?.scores.find(({ value }) => value === 5)
  if (!whole || !single || !again || !cell) throw new RangeError('three ratings that lie apart')
  await decide(whole.id, {})
  await decide(single.id, { outputId: cell.outputId, criterionId: cell.criterionId })
  const excluded = await disputed()
  expect(excluded).toBeLessThan(before)
  await decide(whole.id, {}, true)
  await decide(again.id, { outputId: again.scores[0]?.outputId ?? '' })
  expect(await disputed()).not.toBe(excluded)
})

test('an extra rating counts for the outputs that were asked for, and only the latest revision does', async () => {
  const [one, other] = await ratingsOf()
  if (!one || !other) throw new RangeError('ratings')
  const { scores } = one
  const asked = scores[0]?.outputId ?? ''
  const stranger = await db.enrolment.findFirstOrThrow({ where: { studyId: study.id, raterId: { not: one.assignment.raterId } } })
  const { taskId, rubricId, protocolId, labelOrder } = one.assignment
  const extra = await db.assignment.create({
    data: { studyId: study.id, taskId, rubricId, protocolId, labelOrder, raterId: stranger.raterId, kind: 'extra', slot: 4, scope: [asked], status: 'expired', endedAt: new Date() },
  })
  const say = async (assignmentId: string, revision: number, value: number) => {
    const rows = scores.map(({ outputId, criterionId }) => ({ outputId, criterionId, value }))
    await db.rating.create({ data: { assignmentId, revision, dwellMs: 1, scores: { create: rows } } })
  }
  const before = await disputed()
  await say(extra.id, 1, 5)
  const apart = await disputed()
  await say(extra.id, 2, 3)
  expect(await disputed()).toBeLessThanOrEqual(apart)
  await say(one.assignmentId, 2, 1)
  expect(apart).toBeGreaterThanOrEqual(before)
  await disputed()
})
