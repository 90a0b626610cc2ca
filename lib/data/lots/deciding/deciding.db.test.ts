import { beforeAll, expect, test } from 'vitest'
import { inspectAll, inspectionOf, lotsOf, makeInspector, rate, spotCheck } from '@/e2e/support/lot-factory'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Inspector, Rater } from '@/lib/domain/people/actor'
import { claimTasks } from '@/lib/data/desk/assignments'
import { fullRating } from '@/e2e/support/rating'
import { submitRating } from '@/lib/data/desk/ratings'
import { sweepExpiredLeases } from '@/lib/data/desk/sweep'
import { excludeRater, restoreRater } from '@/lib/data/cells/counting/exclusion'
import { db } from '@/lib/data/db'
import { scoreRowsSql } from '@/lib/data/releases/score-rows-sql'
import { Prisma } from '@/lib/data/generated/client'
import { claimUnit } from '@/lib/data/lots/inspecting/claim-unit'
import { commitInspection } from '@/lib/data/lots/inspecting/commit-inspection'
import { decideLot, setLevel } from './decide-lot'
import { waitingChain } from '@/lib/data/chain/waiting-chain'
import { lotPage } from '@/lib/data/lots/lot-page'
import { lotQueue } from '@/lib/data/lots/lot-queue'
import { lotsWaiting } from '@/lib/data/lots/lots-waiting'

let study: Awaited<ReturnType<typeof openedStudy>>
let inspector: Inspector
const rater = (at: number) => study.raters[at] as Rater
const enrolment = (at = 0) =>
  db.enrolment.findUniqueOrThrow({ where: { studyId_raterId: { studyId: study.id, raterId: rater(at).id } } })
const place = (lotId: string) => ({ slug: study.slug, lotId })

/** How many scores of a lot's ratings count, by the one place where that is decided. */
async function counting(lotId: string): Promise<number> {
  const { id: rubricId } = await db.rubric.findFirstOrThrow({ where: { studyId: study.id } })
  const where = Prisma.sql`WHERE judged.id IN (SELECT rating_id FROM lot_rating WHERE lot_id = ${lotId}::uuid) AND judged.reason IS NULL`
  const query = scoreRowsSql(
    { studyId: study.id, rubricId },
    { columns: Prisma.sql`judged.id`, where, end: Prisma.empty },
  )
  return (await db.$queryRaw<object[]>(query)).length
}

const openings = (lotId: string) => db.$queryRaw<{ taskId: string; scope: string[] }[]>`
  SELECT o.task_id AS "taskId", o.scope FROM opening o JOIN lot_rating l ON l.assignment_id = o.replaces
  WHERE l.lot_id = ${lotId}::uuid`

async function nextLot(value = 4): Promise<string> {
  await rate(rater(0), study.slug, { tasks: 5, value })
  return (await lotsOf(study.id, rater(0).id)).at(-1)?.id ?? ''
}

beforeAll(async () => {
  study = await openedStudy({ prompts: 80, models: 2, k: 1, protocol: { spotCheck } }, 2)
  inspector = await makeInspector()
})

test('a failing lot stops counting and is reopened for others, and an override brings all back but what was in error', async () => {
  const lotId = await nextLot()
  expect(await counting(lotId)).toBe(20)
  const unit = await claimUnit(inspector, study.slug, lotId)
  await commitInspection(inspector, place(lotId), inspectionOf(unit?.inspectionId ?? '', 4))
  // Two at once, so that one is committed when the lot has failed already.
  const late = await makeInspector()
  const held = await claimUnit(late, study.slug, lotId)
  const done = await inspectAll(inspector, place(lotId), 1)
  expect(done).toHaveLength(1)
  expect(done[0]).toMatchObject({
    class: 'major',
    error: true,
    state: 'failed',
    standing: { state: 'failed', errors: 1 },
  })
  // The one that was inspected and found right still counts.
  expect(await counting(lotId)).toBe(2)
  expect(await lotPage(inspector, study.slug, lotId)).toMatchObject({
    state: 'failed',
    aftermath: { ratings: 5 },
    claim: null,
    decisions: [{ outcome: 'failed', by: 'plan', reason: null }],
  })
  expect((await openings(lotId)).flatMap(({ scope }) => scope)).toHaveLength(9)

  await commitInspection(late, place(lotId), inspectionOf(held?.inspectionId ?? '', 4))
  expect(await counting(lotId)).toBe(4)

  const override = { outcome: 'passed', reason: 'the inspector misread the rubric' } as const
  await decideLot(inspector, place(lotId), override)
  expect(await counting(lotId)).toBe(18)
  // Of the rating with an error only the output in error is still wanted from somebody else.
  expect((await openings(lotId)).map(({ scope }) => scope.length)).toEqual([1])
  await expect(decideLot(inspector, place(lotId), override)).rejects.toMatchObject({ code: 'conflict' })
  await decideLot(inspector, place(lotId), { outcome: 'failed', reason: 'a second look' })
  expect(await counting(lotId)).toBe(4)
  const page = await lotPage(inspector, study.slug, lotId)
  expect(page.decisions.map(({ by }) => by)).toEqual(['plan', 'person', 'person'])
})

test('a slot in somebody’s hands when its lot is overridden to passed does not come back when it is let go', async () => {
  const own = await openedStudy({ prompts: 5, models: 1, k: 1, protocol: { spotCheck } }, 3)
  const [first, second, third] = own.raters
  if (!first || !second || !third) throw new RangeError('three raters')
  await rate(first, own.slug, { tasks: 5, value: 4 })
  const [lot] = await lotsOf(own.id)
  const at = { slug: own.slug, lotId: lot?.id ?? '' }
  await decideLot(inspector, at, { outcome: 'failed', reason: 'copied' })
  const free = () => db.opening.count({ where: { task: { studyId: own.id } } })
  expect(await free()).toBe(5)
  await claimTasks(second, own.slug, 1)
  const { task } = await claimTasks(third, own.slug, 1)
  if (!task) throw new RangeError('a task')
  await decideLot(inspector, at, { outcome: 'passed', reason: 'it was not' })
  expect(await free()).toBe(0)
  // One lease runs out, the other task is handed back.
  await db.assignment.updateMany({
    where: { studyId: own.id, raterId: second.id, status: 'leased' },
    data: { leaseUntil: new Date(0) },
  })
  await sweepExpiredLeases()
  const nothing = { ...fullRating(task), scores: {}, cannotJudge: { task: 'no time' } }
  await submitRating(third, own.slug, nothing)
  expect(await free()).toBe(0)
})

test('inspection is tightened, then of all, then back, and a person may set it', async () => {
  // The first lot failed.
  expect((await enrolment()).scheme).toEqual({ level: 'tightened', recent: [] })
  const second = await nextLot()
  expect(await lotPage(inspector, study.slug, second)).toMatchObject({ plan: { level: 'tightened' } })
  await inspectAll(inspector, place(second), 1)
  expect((await enrolment()).scheme).toMatchObject({ level: 'full' })
  for (let lot = 0; lot < 3; lot += 1) {
    const lotId = await nextLot()
    expect(await lotPage(inspector, study.slug, lotId)).toMatchObject({ plan: { level: 'full', sample: 10 } })
    await inspectAll(inspector, place(lotId), 4)
  }
  expect((await enrolment()).scheme).toMatchObject({ level: 'tightened' })
  // Decided anew, the second lot moves all that came after it.
  await decideLot(inspector, place(second), { outcome: 'passed', reason: 'a wrong key' })
  expect((await enrolment()).scheme).toMatchObject({ level: 'normal' })
  const { pseudonym } = await enrolment()
  await setLevel(inspector, study.slug, { rater: pseudonym, level: 'full', reason: 'a complaint' })
  expect((await enrolment()).scheme).toEqual({ level: 'full', recent: [] })
  const acts = await db.enrolmentAct.findMany({ where: { studyId: study.id } })
  expect(acts).toMatchObject([{ act: 'level_set', reason: 'a complaint', detail: { level: 'full' } }])
  const audited = await db.auditEntry.groupBy({
    by: ['action'],
    where: { studyId: study.id, actorId: inspector.id },
  })
  expect(audited.map(({ action }) => action).sort()).toEqual([
    'lot.decided',
    'lot.inspected',
    'rater.level_set',
  ])
})

test('a lot of a rater who was excluded is withdrawn: nobody waits for it, nobody decides it, and it is back with the rater', async () => {
  const lotId = await nextLot()
  const stateOf = async () => (await lotPage(inspector, study.slug, lotId)).state
  const waiting = async () => [
    await lotsWaiting(db, study.id),
    (await waitingChain(inspector, study.slug)).lots,
    (await lotQueue(inspector, study.slug)).lots.filter(({ state }) => state === 'drawn').length,
  ]
  expect(await waiting()).toEqual([1, 1, 1])
  const { pseudonym } = await enrolment()
  const done = { rater: pseudonym, reason: 'a test' }
  await excludeRater(inspector, study.slug, done)
  expect([await stateOf(), await waiting()]).toEqual(['withdrawn', [0, 0, 0]])
  expect(await claimUnit(inspector, study.slug, lotId)).toBeNull()
  const decision = { outcome: 'passed', reason: 'looks right' } as const
  await expect(decideLot(inspector, place(lotId), decision)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('withdrawn'),
  })
  await restoreRater(inspector, study.slug, done)
  expect([await stateOf(), await waiting()]).toEqual(['drawn', [1, 1, 1]])
  await inspectAll(inspector, place(lotId), 4)
  expect(await stateOf()).toBe('passed')
})

test('a unit at hand when its rater is excluded is kept, and what a lot has decided holds when the rater is restored', async () => {
  const lotId = await nextLot()
  const unit = await claimUnit(inspector, study.slug, lotId)
  const { pseudonym } = await enrolment()
  const done = { rater: pseudonym, reason: 'a test' }
  await excludeRater(inspector, study.slug, done)
  expect(await counting(lotId)).toBe(0)
  const committed = await commitInspection(inspector, place(lotId), inspectionOf(unit?.inspectionId ?? '', 1))
  expect(committed).toMatchObject({ error: true, standing: { errors: 1 } })
  await restoreRater(inspector, study.slug, done)
  expect(await counting(lotId)).toBe(20)
  await inspectAll(inspector, place(lotId), 1)
  expect((await lotPage(inspector, study.slug, lotId)).state).toBe('failed')
  expect(await counting(lotId)).toBe(0)
  await excludeRater(inspector, study.slug, done)
  expect((await lotPage(inspector, study.slug, lotId)).state).toBe('failed')
  await restoreRater(inspector, study.slug, done)
  expect(await counting(lotId)).toBe(0)
  expect((await openings(lotId)).flatMap(({ scope }) => scope)).toHaveLength(10)
})

test('somebody else gets what was reopened, and the rater does not', async () => {
  const lots = await lotsOf(study.id)
  const reopened = (await Promise.all(lots.map(({ id }) => openings(id)))).flat()
  const wanted = new Set(reopened.map(({ taskId }) => taskId))
  const got = new Set<string>()
  for (let turn = 0; turn < 80; turn += 1) {
    const { task } = await claimTasks(rater(1), study.slug, 1)
    if (!task) break
    const { taskId, replaces } = await db.assignment.update({
      where: { id: task.assignmentId },
      data: { status: 'submitted', endedAt: new Date(), leaseUntil: null },
    })
    if (replaces !== null) got.add(taskId)
  }
  expect(got).toEqual(wanted)
  expect(wanted.size).toBeGreaterThanOrEqual(4)
  const own = await db.assignment.findMany({ where: { raterId: rater(0).id, replaces: { not: null } } })
  expect(own).toHaveLength(0)
})
