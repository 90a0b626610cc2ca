import { beforeAll, expect, test, vi } from 'vitest'
import { anchorTasksOf } from '@/e2e/support/anchored-study'
import { anchoredStudy } from '@/e2e/support/calibrated-study'
import { makeInspector, rateAll, says } from '@/e2e/support/disputed-study'
import { lotsOf, rate, spotCheck } from '@/e2e/support/lot-factory'
import { openedStudy } from '@/e2e/support/study-factory'
import { repairDraft } from '@/lib/domain/quality/rubric-repair/repair-draft'
import type { Admin, Inspector, Rater } from '@/lib/domain/people/actor'
import { env } from '@/lib/env'
import { db } from './db'
import { Prisma } from './generated/client'
import { operator } from '@/lib/server/operator'

/*
 * With one connection, a transaction that asks for a second waits for itself; with more, it does so as soon as enough of
 * them come at once. What is kept in memory hides it: so each step runs as just after a start.
 */
vi.hoisted(() => {
  process.env['MANGPING_POOL'] = '1'
})

let inspector: Inspector
let admin: Admin
beforeAll(async () => {
  expect(env.MANGPING_POOL).toBe(1)
  inspector = await makeInspector()
  admin = await operator()
})

/** A module as it is just after a start, with nothing in memory but the connection. */
async function fresh<Module>(load: () => Promise<Module>): Promise<Module> {
  vi.resetModules()
  return load()
}

const at = (raters: Rater[], index: number) => raters[index] as Rater

const rules = () => fresh(() => import('./rules/change-rules'))
test('rules are changed, and their outlook is given, on one connection', async () => {
  const { slug } = await openedStudy({ prompts: 4, protocol: { spotCheck } }, 1)
  const changes = { agreement: { tolerance: 2 } }
  expect(await (await rules()).rulesOutlook(admin, slug, changes)).toMatchObject({ version: 2 })
  expect(await (await rules()).changeRules(admin, slug, changes)).toMatchObject({ version: 2 })
})

test('a rater calibrates on one connection', async () => {
  const { slug, rater } = await anchoredStudy(inspector)
  const { claimTasks } = await fresh(() => import('./desk/assignments'))
  expect((await claimTasks(rater, slug, 1)).calibrates).toBe(true)
  const again = await fresh(() => import('@/e2e/support/calibrated-study'))
  expect((await again.workAttempt(rater, slug)).progress.left).toBe(0)
})

test('checks among the work are judged on one connection', async () => {
  const { id, slug, raters } = await openedStudy({ prompts: 12, protocol: { checks: { gold: 0.4 } } }, 1)
  await anchorTasksOf(inspector, slug, 4)
  await db.enrolment.updateMany({ where: { studyId: id }, data: { checkSeedA: 1, checkSeedB: 2 } })
  await rateAll(at(raters, 0), slug, says(3))
  const due = await db.chainDue.findMany({ where: { studyId: id }, orderBy: { sequence: 'asc' } })
  for (const row of due) {
    const { observeRating } = await fresh(() => import('./monitors/observing/observe-rating'))
    await db.$transaction((tx) => observeRating(tx, row))
  }
  expect(
    await db.check.count({ where: { assignment: { studyId: id }, outcome: { not: Prisma.AnyNull } } }),
  ).toBeGreaterThan(0)
})

const levels = [1, 2, 3, 4, 5].map((value) => ({ value, label: { zh: `${value} 级`, en: `Level ${value}` } }))
const draft = repairDraft.parse({
  version: 1,
  reason: 'read two ways',
  criteria: ['accuracy', 'style'].map((id) => ({
    id,
    name: { zh: id, en: id },
    levels,
    ...(id === 'style' ? { question: { en: 'How well is it written?' } } : {}),
  })),
})

test('a case is claimed and decided, and its rubric repaired, on one connection', async () => {
  const { slug, raters } = await openedStudy({ prompts: 1, k: 2, protocol: { extraRatings: 0 } }, 2)
  await rateAll(at(raters, 0), slug, says(1))
  await rateAll(at(raters, 1), slug, says(5))
  await (await fresh(() => import('@/e2e/support/disputed-study'))).settleDue()
  const { claimCase } = await fresh(() => import('./arbitration/claim-case'))
  const task = await claimCase(inspector, slug)
  if (!task) throw new RangeError('a case')
  const threes = (keys: string[]) => Object.fromEntries(keys.map((key) => [key, 3]))
  const values = Object.fromEntries(Object.entries(task.asked).map(([label, keys]) => [label, threes(keys)]))
  const { decideCase } = await fresh(() => import('./arbitration/decide-case'))
  await decideCase(inspector, slug, { caseId: task.caseId, values })
  const { rubricTrouble } = await fresh(() => import('./rubrics/rubric-trouble'))
  expect((await rubricTrouble(admin, slug)).version).toBe(1)
  const { repairRubric } = await fresh(() => import('./rubrics/repair-rubric'))
  expect(await repairRubric(admin, slug, draft)).toMatchObject({ version: 2 })
})

test('a lot is inspected on one connection', async () => {
  const { id, slug, raters } = await openedStudy({ prompts: 10, protocol: { spotCheck } }, 1)
  await rate(at(raters, 0), slug, { tasks: 5 })
  const [lot] = await lotsOf(id)
  const place = { slug, lotId: lot?.id ?? '' }
  const { claimUnit } = await fresh(() => import('./lots/inspecting/claim-unit'))
  const unit = await claimUnit(inspector, slug, place.lotId)
  const { commitInspection } = await fresh(() => import('./lots/inspecting/commit-inspection'))
  const { inspectionOf } = await import('@/e2e/support/lot-factory')
  await commitInspection(inspector, place, inspectionOf(unit?.inspectionId ?? '', 3))
})
