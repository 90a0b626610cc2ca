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
  const handedBack = task.outputs.filter(
    ({ turns }, index) => index === 0 && promptOf(turns) >= 6 && who <= promptOf(turns) - 6,
  )
  const scored = task.outputs.filter((output) => !handedBack.includes(output))
  const value = (turns: readonly unknown[]) => (who === 2 && promptOf(turns) % 2 === 0 ? 5 : 2)
  return {
    assignmentId: task.assignmentId,
    idempotencyKey: crypto.randomUUID(),
    scores: Object.fromEntries(
      scored.map(({ label, turns }) => [label, { accuracy: value(turns), style: 2 + who }]),
    ),
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
  const stranger = await db.enrolment.findFirstOrThrow({
    where: { studyId: study.id, raterId: { not: one.assignment.raterId } },
  })
  const { taskId, rubricId, protocolId, labelOrder } = one.assignment
  const extra = await db.assignment.create({
    data: {
      studyId: study.id,
      taskId,
      rubricId,
      protocolId,
      labelOrder,
      raterId: stranger.raterId,
      kind: 'extra',
      slot: 4,
      scope: [asked],
      status: 'expired',
      endedAt: new Date(),
    },
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

test('what extra ratings settle, and what a person decides, leaves both counts alike, step by step', async () => {
  const seats = await db.enrolment.findMany({ where: { studyId: study.id } })
  const { id: roundId } = await db.round.findFirstOrThrow({ where: { studyId: study.id } })
  const live = await ratingsOf()
  const seen: number[] = [await disputed()]
  for (const [turn, { assignment, scores }] of live.entries()) {
    const { taskId, rubricId, protocolId, labelOrder } = assignment
    const asked = scores.filter((_, place) => (place + turn) % 2 === 0)
    const scopeCells = asked.map(({ outputId, criterionId }) => `${outputId}/${criterionId}`)
    const kind = {
      kind: 'extra',
      slot: 10 + turn,
      scopeCells,
      status: 'expired',
      endedAt: new Date(),
    } as const
    const raterId = seats[turn % seats.length]?.raterId ?? ''
    const given = { studyId: study.id, taskId, rubricId, protocolId, labelOrder, raterId, ...kind }
    const values = scores.map(({ outputId, criterionId }, place) => ({
      outputId,
      criterionId,
      value: 1 + ((turn + place) % 5),
    }))
    await db.assignment.create({
      data: { ...given, ratings: { create: { dwellMs: 1, scores: { create: values } } } },
    })
    const cell = turn % 4 === 3 ? asked[0] : undefined
    if (cell) {
      const { outputId, criterionId } = cell
      const decision = { roundId, outputId, criterionId, kind: 'inspector', value: 1, byId: admin.id }
      await db.arbitration.createMany({ data: [decision, { ...decision, value: 5 }] })
    }
    if (turn % 3 === 0) seen.push(await disputed())
  }
  seen.push(await disputed())
  expect(new Set(seen).size).toBeGreaterThan(2)
})
