import { beforeAll, describe, expect, test } from 'vitest'
import { anchorTasksOf, enrolmentState, expertRating, shortCalibration } from '@/e2e/support/anchored-study'
import { anchoredStudy, workAttempt } from '@/e2e/support/calibrated-study'
import { makeInspector } from '@/e2e/support/disputed-study'
import { fullRating } from '@/e2e/support/rating'
import { makeRaters, openedStudy } from '@/e2e/support/study-factory'
import type { Inspector } from '@/lib/domain/people/actor'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { sweepExpiredLeases } from '@/lib/data/desk/sweep'
import { closeStudy, openStudy, pauseStudy } from '@/lib/data/studies/lifecycle'
import { operator } from '@/lib/server/operator'
import { beginCalibration } from './begin'
import { calibrationDesk } from './own-calibration'
import { waitingCalibrations } from './waiting'

let inspector: Inspector
beforeAll(async () => {
  inspector = await makeInspector()
})

describe('when anchors come into force later', () => {
  test('who works stays at work, and who has not begun calibrates at the next claim', async () => {
    const study = await openedStudy({ prompts: 21, protocol: { calibration: shortCalibration } }, 2)
    const { id, slug } = study
    const [busy, idle] = study.raters
    if (!busy || !idle) throw new Error('two raters')
    const { task } = await claimTasks(busy, slug, 1)
    if (task) await submitRating(busy, slug, fullRating(task))
    await anchorTasksOf(inspector, slug, 18)
    expect((await claimTasks(busy, slug, 1)).progress.left).toBe(2)
    await claimTasks(idle, slug, 1)
    expect([await enrolmentState(id, busy), await enrolmentState(id, idle)]).toEqual([
      'active',
      'calibrating',
    ])
  })

  test('a rater calibrates on what the rater may judge, or not at all', async () => {
    const lab = await db.organization.create({ data: { name: 'Lab' } })
    const language = (at: number) => (at % 3 === 0 ? 'en' : 'zh')
    const organizationIds = [lab.id, null]
    const protocol = { calibration: shortCalibration }
    const study = await openedStudy(
      { prompts: 36, presentation: 'single', language, organizationIds, protocol },
      2,
    )
    await anchorTasksOf(inspector, study.slug, 72)
    const [chinese, english] = study.raters
    if (!chinese || !english) throw new Error('two raters')
    for (const [rater, languages] of [
      [chinese, ['zh']],
      [english, ['en']],
    ] as const) {
      await db.person.create({
        data: { accountId: rater.id, login: `anchors-${rater.id}`, name: 'Rater', languages: [...languages] },
      })
    }
    await db.affiliation.create({ data: { accountId: english.id, organizationId: lab.id } })
    const { tasks } = await claimTasks(chinese, study.slug, 6)
    expect(new Set(tasks.map((task) => task.language))).toEqual(new Set(['zh']))
    // Twelve English outputs of the other model: too few for two attempts.
    await claimTasks(english, study.slug, 6)
    expect(await enrolmentState(study.id, english)).toBe('active')
  })

  test('too few of them keep nobody from work', async () => {
    const { id, slug } = await openedStudy({ prompts: 6, protocol: { calibration: shortCalibration } }, 0)
    await anchorTasksOf(inspector, slug, 3)
    const [rater] = await makeRaters(slug, 1)
    if (!rater) throw new Error('a rater')
    expect((await claimTasks(rater, slug, 1)).progress.left).toBe(3)
    expect(await enrolmentState(id, rater)).toBe('active')
  })
})

test('who is asked to calibrate again hands back what is held, is told why, and is watched anew afterwards', async () => {
  const { id, slug, rater } = await anchoredStudy(inspector)
  await workAttempt(rater, slug)
  const { task } = await claimTasks(rater, slug, 1)
  if (!task) throw new Error('a task')
  const who = { studyId: id, raterId: rater.id }
  await db.monitor.create({ data: { ...who, state: {}, startedAt: new Date(0) } })
  const free = () => db.opening.count({ where: { task: { studyId: id } } })
  expect(await free()).toBe(8)
  expect(await db.$transaction((tx) => beginCalibration(tx, { ...who, reason: 'asked' }))).toBe(true)
  expect(await free()).toBe(9)
  await expect(submitRating(rater, slug, fullRating(task))).rejects.toMatchObject({
    code: 'closed',
    message: expect.stringContaining('calibration comes first'),
    more: { because: 'calibrating' },
  })
  expect(await calibrationDesk(rater, slug)).toMatchObject({ reason: 'asked', standing: 'attempt' })
  await workAttempt(rater, slug)
  expect(await enrolmentState(id, rater)).toBe('active')
  expect(await db.monitor.count({ where: { ...who, startedAt: new Date(0) } })).toBe(0)
  await expect(submitRating(rater, slug, fullRating(task))).rejects.toMatchObject({ code: 'lease_lost' })
  expect(await db.rating.count({ where: { assignment: { studyId: id, kind: 'live' } } })).toBe(0)
  const textsOf = (shown: typeof task) => shown.outputs.map(({ turns }) => String(turns)).toSorted()
  const after: string[] = []
  for (let next = (await claimTasks(rater, slug, 1)).task; next;) {
    after.push(String(textsOf(next)))
    next = (await submitRating(rater, slug, fullRating(next))).task
  }
  expect(after).toHaveLength(3)
  expect(after).toContain(String(textsOf(task)))
})

test('a task handed back or run out costs no place: the attempt goes on, and what was not judged counts as outside', async () => {
  const { id, slug, rater } = await anchoredStudy(inspector)
  const { task } = await claimTasks(rater, slug, 1)
  if (!task) throw new Error('a task')
  await db.assignment.update({
    where: { id: task.assignmentId },
    data: { leaseUntil: new Date(Date.now() - 1000) },
  })
  const again = await claimTasks(rater, slug, 1)
  if (!again.task) throw new Error('a task')
  expect(again.task.outputs.map(({ turns }) => turns).sort()).toEqual(
    task.outputs.map(({ turns }) => turns).sort(),
  )
  await sweepExpiredLeases()
  await expect(submitRating(rater, slug, await expertRating(task))).rejects.toMatchObject({
    code: 'lease_lost',
  })
  const handedBack = { ...fullRating(again.task), scores: {}, cannotJudge: { task: 'not my field' } }
  expect(await submitRating(rater, slug, handedBack)).toMatchObject({
    saved: null,
    progress: { done: 1, left: 4 },
  })
  await workAttempt(rater, slug)
  expect(await calibrationDesk(rater, slug)).toMatchObject({
    standing: 'passed',
    result: { cells: 20, inside: 16 },
  })
  expect(await db.opening.count({ where: { task: { studyId: id, anchoredAt: { not: null } } } })).toBe(0)
})

test('a paused study takes what is held and hands out nothing; a closed one neither', async () => {
  const { slug, rater } = await anchoredStudy(inspector)
  const { task } = await claimTasks(rater, slug, 1)
  if (!task) throw new Error('a task')
  await pauseStudy(await operator(), slug)
  expect(await submitRating(rater, slug, await expertRating(task))).toMatchObject({
    saved: { revision: 1 },
    task: null,
    progress: { done: 1, left: 4 },
  })
  expect(await claimTasks(rater, slug, 1)).toMatchObject({ task: null, progress: { done: 1, left: 4 } })
  await openStudy(await operator(), slug)
  expect((await claimTasks(rater, slug, 1)).task).not.toBeNull()
  await closeStudy(await operator(), slug)
  await expect(claimTasks(rater, slug, 1)).rejects.toMatchObject({ code: 'closed' })
  expect(await waitingCalibrations(inspector, slug)).toEqual([])
})
