import { beforeAll, expect, test } from 'vitest'
import { checkedStudy, handedOut } from '@/e2e/support/checked-study'
import { makeInspector } from '@/e2e/support/disputed-study'
import { fullRating } from '@/e2e/support/rating'
import { openedStudy } from '@/e2e/support/study-factory'
import { db } from '@/lib/data/db'
import type { Inspector, Rater } from '@/lib/domain/people/actor'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { claimTasks } from './assignments'
import { submitRating } from './ratings'
import { sweepExpiredLeases } from './sweep'

let inspector: Inspector
beforeAll(async () => {
  inspector = await makeInspector()
})

const at = (raters: Rater[], index: number) => raters[index] as Rater

type Ending = (rater: Rater, slug: string, task: BlindTask) => Promise<unknown>

const handedBack: Ending = (rater, slug, task) =>
  submitRating(rater, slug, { ...fullRating(task), scores: {}, cannotJudge: { task: 'not my field' } })

const runOut: Ending = async (_rater, _slug, { assignmentId }) => {
  await db.assignment.update({ where: { id: assignmentId }, data: { leaseUntil: new Date(0) } })
  await sweepExpiredLeases()
}

const sent: Ending = (rater, slug, task) => submitRating(rater, slug, fullRating(task))

/** So many tasks, or until there are none; each ends in this way. */
async function meet(rater: Rater, slug: string, { ending, most = 400 }: { ending: Ending; most?: number }) {
  const met: BlindTask[] = []
  for (; met.length < most;) {
    const { task } = await claimTasks(rater, slug, 1)
    if (!task) break
    met.push(task)
    await ending(rater, slug, task)
  }
  return met
}

type Row = Awaited<ReturnType<typeof handedOut>>[number]

const kindOf = (row: Row) => row.check?.kind ?? row.kind
/** What came a first time, and what came again, by task and kind. */
function sights(rows: readonly Row[]) {
  const first = new Map<string, Row>()
  const again: Row[] = []
  for (const row of rows) {
    if (first.has(row.taskId)) again.push(row)
    else first.set(row.taskId, row)
  }
  return { first: [...first.values()], again }
}
const told = (rows: readonly Row[]) => rows.map((row) => `${kindOf(row)} ${row.taskId}`).sort()

test.each([
  ['handed back', handedBack],
  ['run out', runOut],
])('checks that were %s come again as work does: alone in a study, all of both', async (_, ending) => {
  const { slug, raters } = await checkedStudy(inspector, { gold: 0.1, degraded: 0.1 }, { prompts: 52 })
  const rater = at(raters, 0)
  const fresh = new Set<string>()
  const unseen: Ending = async (who, where, task) => {
    const { taskId } = await db.assignment.findUniqueOrThrow({ where: { id: task.assignmentId } })
    await (fresh.has(taskId) ? sent : ending)(who, where, task)
    fresh.add(taskId)
  }
  const met = await meet(rater, slug, { ending: unseen })
  const { first, again } = sights(await handedOut(rater))
  expect(new Set(first.map(kindOf))).toEqual(new Set(['live', 'gold', 'degraded']))
  expect(told(again)).toEqual(told(first))
  expect(met).toHaveLength(2 * first.length)
  expect((await claimTasks(rater, slug, 1)).task).toBeNull()
  // The same check: the same damaged text, the same known scores.
  for (const row of again) {
    const before = first.find(({ taskId }) => taskId === row.taskId)
    expect(row.check).toEqual(before?.check ? { ...before.check, assignmentId: row.id } : null)
    if (row.check?.kind !== 'degraded') continue
    const texts = met.filter(({ assignmentId }) => [row.id, before?.id].includes(assignmentId))
    const shown = texts.map(({ outputs }) => JSON.stringify(outputs.map(({ turns }) => turns).sort()))
    expect(new Set(shown).size).toBe(1)
  }
  const seat = await db.enrolment.findFirstOrThrow({ where: { raterId: rater.id } })
  const checks = first.filter(({ kind }) => kind === 'check').length
  expect(seat).toMatchObject({ done: first.length, placed: 2 * first.length })
  expect(seat.placedGold + seat.placedDegraded).toBe(checks)
})

test('handed back twice, neither work nor a check comes a third time', async () => {
  const { slug, raters } = await checkedStudy(inspector, { gold: 0.2 }, { prompts: 52 })
  await meet(at(raters, 0), slug, { ending: handedBack })
  const rows = await handedOut(at(raters, 0))
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(told([row])[0] ?? '', (counts.get(told([row])[0] ?? '') ?? 0) + 1)
  expect([...counts.keys()].some((key) => key.startsWith('gold'))).toBe(true)
  expect(new Set(counts.values())).toEqual(new Set([2]))
})

test('where others take what was let go, checks go with it; what is left comes again, both alike', async () => {
  const { slug, raters } = await checkedStudy(inspector, { gold: 0.15 }, { prompts: 52, k: 1, raters: 2 })
  const [one, two] = [at(raters, 0), at(raters, 1)]
  await db.enrolment.updateMany({ where: { raterId: two.id }, data: { checkSeedA: 3, checkSeedB: 4 } })
  await meet(one, slug, { ending: runOut, most: 45 })
  const before = sights(await handedOut(one))
  expect(before.again).toEqual([])
  expect(before.first.some(({ kind }) => kind === 'check')).toBe(true)
  await meet(two, slug, { ending: sent })
  expect((await claimTasks(one, slug, 1)).task).toBeNull()
  expect(sights(await handedOut(one)).again).toEqual([])
  expect(await db.opening.count({ where: { task: { study: { slug } }, kind: 'check' } })).toBe(0)
})

test('where others take a part of what was let go, all of it goes up to where they came, work and checks', async () => {
  const { slug, raters } = await checkedStudy(inspector, { gold: 0.25 }, { prompts: 52, k: 1, raters: 2 })
  const [one, two] = [at(raters, 0), at(raters, 1)]
  await meet(one, slug, { ending: runOut, most: 50 })
  const letGo = await handedOut(one)
  const fresh = 52 - letGo.filter(({ kind }) => kind === 'live').length
  await meet(two, slug, { ending: sent, most: fresh + 20 })
  await meet(one, slug, { ending: sent })
  const again = new Set((await handedOut(one)).slice(50).map(({ taskId }) => taskId))
  const came = letGo.map(({ taskId }) => again.has(taskId))
  const reached = came.indexOf(true)
  expect(came).toEqual(letGo.map((_, place) => place >= reached))
  const checks = (rows: Row[]) => rows.filter(({ kind }) => kind === 'check').length
  expect(checks(letGo.slice(0, reached))).toBeGreaterThan(0)
  expect(checks(letGo.slice(reached))).toBeGreaterThan(0)
})

test('where all k raters are needed, each gets back what nobody else can do, checks too, and the study is completed', async () => {
  const { id, slug, raters } = await checkedStudy(inspector, { gold: 0.15 }, { prompts: 52, k: 2, raters: 2 })
  const [one, two] = [at(raters, 0), at(raters, 1)]
  await db.enrolment.updateMany({ where: { raterId: two.id }, data: { checkSeedA: 3, checkSeedB: 4 } })
  // All of one's runs out once before two comes; the second sight is one's after that.
  await meet(one, slug, { ending: runOut, most: 40 })
  await meet(two, slug, { ending: sent })
  await meet(one, slug, { ending: sent })
  const { first, again } = sights(await handedOut(one))
  expect(told(again)).toEqual(told(first.slice(0, 40)))
  expect(again.some(({ kind }) => kind === 'check')).toBe(true)
  expect(await db.opening.count({ where: { task: { studyId: id } } })).toBe(0)
  const live = await db.rating.count({ where: { assignment: { studyId: id, kind: 'live' } } })
  expect(live).toBe(2 * (await db.task.count({ where: { studyId: id, anchoredAt: null } })))
})

test('no other slot of a task comes to whoever let it go, while somebody else is at work', async () => {
  const { slug, raters } = await openedStudy({ prompts: 4, k: 2 }, 3)
  const [one, two, three] = [at(raters, 0), at(raters, 1), at(raters, 2)]
  await meet(one, slug, { ending: runOut, most: 4 })
  for (const other of [two, three]) await meet(other, slug, { ending: runOut, most: 1 })
  // What one let go and nobody took comes again; other slots, free as they are, do not.
  const back = await meet(one, slug, { ending: sent })
  const rows = await handedOut(one)
  const slots = rows.map(({ taskId, slot }) => `${taskId} ${slot}`)
  expect(new Set(slots.slice(4)).size).toBe(back.length)
  for (const slot of slots.slice(4)) expect(slots.slice(0, 4)).toContain(slot)
})

test('a slot that somebody else took and let go comes again to the first only when nobody else is at work', async () => {
  const { id, slug, raters } = await openedStudy({ prompts: 1, k: 1 }, 2)
  const [one, two] = [at(raters, 0), at(raters, 1)]
  await meet(one, slug, { ending: runOut, most: 1 })
  await meet(two, slug, { ending: runOut, most: 1 })
  expect((await claimTasks(one, slug, 1)).task).toBeNull()
  await db.enrolment.updateMany({ where: { studyId: id, raterId: two.id }, data: { state: 'paused' } })
  expect(await meet(one, slug, { ending: sent })).toHaveLength(1)
  expect(await db.opening.count({ where: { task: { studyId: id } } })).toBe(0)
})
