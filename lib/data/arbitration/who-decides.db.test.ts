import { beforeEach, expect, test } from 'vitest'
import { answerAt, makeInspector, rateAll, settleDue, type Opinion } from '@/e2e/support/disputed-study'
import { aloneAtWork, belongTo } from '@/e2e/support/inspectors'
import { inspectAll, lotsOf } from '@/e2e/support/lot-factory'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Inspector, Rater } from '@/lib/domain/people/actor'
import type { ArbitrationTask } from '@/lib/domain/quality/views/arbitration-view'
import { spotCheckTerms } from '@/lib/domain/quality/spot-check/terms'
import { db } from '@/lib/data/db'
import { formLotsByHand } from '@/lib/data/lots/forming/lots-by-hand'
import { claimCase } from './claim-case'
import { decideCase } from './decide-case'
import { nameCause } from './name-cause'
import { arbitrationQueue } from './queue'

let study: Awaited<ReturnType<typeof openedStudy>>
let inspector: Inspector
let other: Inspector

/** Lots by hand alone, of which all is inspected. */
const spotCheck = spotCheckTerms.parse({ max_error: 0.02, accept: 0, lot_ratings: 100 })

/** The first prompt is disputed in the answers of the first and the third model, the second in one of the second model. */
const opinions: Opinion[] = [
  () => ({ accuracy: 1, style: 1 }),
  (prompt, model) => ({
    accuracy: prompt === 0 && model === 0 ? 5 : prompt === 1 && model === 1 ? 4 : 1,
    style: prompt === 0 && model === 2 ? 4 : 1,
  }),
]

beforeEach(async () => {
  study = await openedStudy({ prompts: 3, models: 4, k: 2, protocol: { spotCheck } }, 2)
  for (const [who, opinion] of opinions.entries())
    await rateAll(study.raters[who] as Rater, study.slug, opinion)
  await settleDue()
  inspector = await makeInspector()
  other = await makeInspector()
})

const held = async (who: Inspector) =>
  (await arbitrationQueue(who, study.slug)).cases.map((each) => each.held)
async function claimed(who: Inspector, caseId?: string): Promise<ArbitrationTask> {
  const task = await claimCase(who, study.slug, caseId)
  if (!task) throw new RangeError('a case')
  return task
}
function decide(who: Inspector, task: ArbitrationTask, say: number | ((label: string) => number)) {
  const all = Object.entries(task.asked).map(([label, keys]) => {
    const value = typeof say === 'number' ? say : say(label)
    return [label, Object.fromEntries(keys.map((key) => [key, value]))]
  })
  return decideCase(who, study.slug, { caseId: task.caseId, values: Object.fromEntries(all) })
}
const decisions = () =>
  db.arbitration.findMany({ where: { byId: { in: [inspector.id, other.id] } }, orderBy: { sequence: 'asc' } })

const forOthers = { code: 'conflict', message: 'Another inspector has to decide this case.' }
/** The most consequential case for both, each under labels of their own; neither holds it any more. */
async function forBoth(): Promise<[ArbitrationTask, ArbitrationTask]> {
  const tasks: ArbitrationTask[] = []
  for (const who of [inspector, other]) {
    tasks.push(await claimed(who))
    await db.arbitrationLease.deleteMany({ where: { inspectorId: who.id } })
  }
  const [mine, theirs] = tasks
  if (!mine || !theirs) throw new RangeError('two')
  return [mine, theirs]
}

test('an inspector of a model’s organization gets no case with its outputs, and hears nothing of why', async () => {
  const [mine, theirs] = await forBoth()
  await belongTo(inspector, study.modelIds[0])
  expect(await held(inspector)).toEqual(['taken', 'free'])
  expect(await held(other)).toEqual(['free', 'free'])
  const next = await claimed(inspector)
  expect(answerAt(next.task, next.task.outputs[0]?.label ?? '')).toMatchObject({ prompt: 1 })
  await expect(claimCase(inspector, study.slug, mine.caseId)).rejects.toMatchObject({ code: 'conflict' })
  await expect(decide(inspector, mine, 3)).rejects.toMatchObject(forOthers)
  // That nobody else is there is no reason: such a case waits.
  await aloneAtWork([inspector], () => expect(decide(inspector, mine, 3)).rejects.toMatchObject(forOthers))
  expect(await decisions()).toHaveLength(0)
  expect((await decide(other, theirs, 3)).cells.every(({ stands }) => stands)).toBe(true)
})

test('whoever was shown a rating at a lot leaves its output to others; where nobody else is there it goes on record', async () => {
  await formLotsByHand(other, study.slug, {})
  const [lot] = await lotsOf(study.id, study.raters[0]?.id)
  const task = await claimed(inspector)
  await inspectAll(inspector, { slug: study.slug, lotId: lot?.id ?? '' }, 1)
  expect(await held(inspector)).toEqual(['taken', 'taken'])
  expect(await claimCase(inspector, study.slug)).toBeNull()
  await expect(decide(inspector, task, 3)).rejects.toMatchObject(forOthers)
  await aloneAtWork([inspector], async () => {
    expect(await held(inspector)).toEqual(['mine', 'free'])
    await decide(inspector, task, 3)
  })
  await decide(other, await claimed(other), 3)
  const audit = { action: 'arbitration.decided', studyId: study.id }
  const entries = await db.auditEntry.findMany({ where: audit, orderBy: { sequence: 'asc' } })
  expect(entries.map(({ detail }) => detail)).toEqual([
    { cells: 2, by: 'inspector', knewRatings: true },
    { cells: 1, by: 'inspector' },
  ])
})

test('a decision sent again after a lost answer is told again, and decided once', async () => {
  const [task, theirs] = await forBoth()
  const done = await decide(inspector, task, 3)
  const [first] = done.cells
  await nameCause(inspector, study.slug, { arbitrationId: first?.arbitrationId ?? '', cause: 'slip' })
  const again = await decide(inspector, task, 3)
  expect(again).toEqual({
    ...done,
    cells: done.cells.map((cell) => ({ ...cell, cause: cell === first ? 'slip' : null })),
  })
  // Another inspector who says the same says it anew; and so does the same one with another value.
  expect((await decide(other, theirs, 3)).cells.map(({ stands }) => stands)).toEqual([false, false])
  expect((await decide(other, theirs, 3)).cells.map(({ stands }) => stands)).toEqual([false, false])
  expect(await decisions()).toHaveLength(4)
  const changed = await decide(inspector, task, (label) => (label === first?.label ? 5 : 3))
  expect(changed.cells.map(({ stands }) => stands)).toEqual([false, false])
  expect(await decisions()).toHaveLength(6)
  expect(await db.auditEntry.count({ where: { actorId: inspector.id, action: 'arbitration.decided' } })).toBe(
    2,
  )
})

test('what a decision took is measured from the handing out; where nobody knows it nothing is said', async () => {
  const [, theirs] = await forBoth()
  const task = await claimed(inspector)
  await db.$executeRaw`UPDATE arbitration_lease SET until = until - interval '90 seconds' WHERE inspector_id = ${inspector.id}::uuid`
  await decide(inspector, task, 3)
  await decide(other, theirs, 3)
  const times = async (who: Inspector) =>
    (await db.rating.findMany({ where: { assignment: { raterId: who.id } } })).map(({ dwellMs }) => dwellMs)
  const [measured] = await times(inspector)
  expect(measured).toBeGreaterThanOrEqual(90_000)
  expect(measured).toBeLessThan(120_000)
  expect(await times(other)).toEqual([null])
})
