import { beforeAll, expect, test } from 'vitest'
import { anchorTasksOf, enrolmentState } from '@/e2e/support/anchored-study'
import { anchoredStudy, pseudonymOf, workAttempt } from '@/e2e/support/calibrated-study'
import { makeInspector, rateAll, says, settleDue, keptCells } from '@/e2e/support/disputed-study'
import { fullRating } from '@/e2e/support/rating'
import { calibrationDesk } from '@/lib/data/calibration/attempts/own-calibration'
import { db } from '@/lib/data/db'
import { openedStudy } from '@/e2e/support/study-factory'
import { studyGlance } from '@/lib/data/overview/study-glance'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { actOnRater } from '@/lib/data/monitors/sheets/act-on-rater'
import type { Admin, Inspector } from '@/lib/domain/people/actor'
import { repairDraft } from '@/lib/domain/quality/rubric-repair/repair-draft'
import { operator } from '@/lib/server/operator'
import { repairRubric } from './repair-rubric'

let admin: Admin
let inspector: Inspector
beforeAll(async () => {
  admin = await operator()
  inspector = await makeInspector()
})

const levels = [1, 2, 3, 4, 5].map((value) => ({ value, label: { zh: `${value} 级`, en: `Level ${value}` } }))

/** Another question for accuracy: asked anew, or the same in other words. */
const draftOf = (version: number, more: { ratingsHold?: boolean; recalibrate?: boolean } = {}) => {
  const { ratingsHold = false, recalibrate = true } = more
  const criteria = ['accuracy', 'style'].map((id) => ({
    id,
    name: { zh: id, en: id },
    levels,
    ...(id === 'accuracy' ? { question: { en: `Better, ${version}` }, ratingsHold } : {}),
  }))
  return repairDraft.parse({ version, reason: 'read two ways', recalibrate, criteria })
}

/** Raters who have calibrated and are at work. */
async function atWork(raterCount = 1) {
  const study = await anchoredStudy(inspector, raterCount)
  for (const rater of [study.rater, ...study.others]) await workAttempt(rater, study.slug)
  return study
}

test('scores asked anew, and a calibration first: it begins by itself with the anchor that makes them enough', async () => {
  const { id, slug, rater } = await atWork()
  await rateAll(rater, slug, says(2))
  const done = await repairRubric(admin, slug, draftOf(1))
  expect(done).toMatchObject({ anew: ['accuracy'], opened: 3, anchors: 0, recalibrated: 0, toRecalibrate: 1 })

  // Too few anchors so far: the rater works on, under the new version.
  await anchorTasksOf(inspector, slug, 4)
  const { task } = await claimTasks(rater, slug, 1)
  expect(task?.rubric.version).toBe(2)
  if (!task) throw new Error('work')
  expect(await enrolmentState(id, rater)).toBe('active')

  await anchorTasksOf(inspector, slug, 14)
  expect(await enrolmentState(id, rater)).toBe('calibrating')
  expect(await calibrationDesk(rater, slug)).toMatchObject({ reason: 'rubric', standing: 'attempt' })
  await expect(submitRating(rater, slug, fullRating(task))).rejects.toMatchObject({
    code: 'closed',
    more: { because: 'calibrating' },
  })

  await workAttempt(rater, slug)
  expect(await enrolmentState(id, rater)).toBe('active')
  const attempt = await db.assignment.findMany({
    where: { studyId: id, kind: 'calibration', rubric: { version: 2 }, status: 'submitted' },
  })
  expect(attempt).toHaveLength(5)
  // What was handed back comes again, and what was asked anew is rated once.
  expect(await rateAll(rater, slug, says(4))).toBe(3)
  await settleDue()
  const anew = await db.rating.count({
    where: { assignment: { studyId: id, kind: 'live', scopeCells: { isEmpty: false } } },
  })
  expect(anew).toBe(3)
  // One more anchor asks nobody again.
  await anchorTasksOf(inspector, slug, 18)
  expect(await enrolmentState(id, rater)).toBe('active')
})

test('after a repair that asks scores anew the study counts both: what was given, and what is asked again', async () => {
  const study = await openedStudy({ prompts: 4, models: 2, k: 2 }, 3)
  const [one, two, three] = study.raters
  if (!one || !two || !three) throw new Error('three raters')
  for (const rater of [one, two]) await rateAll(rater, study.slug, says(3))
  const progress = async () => (await studyGlance(admin, study.slug, new Date()))?.progress
  const none = { given: 0, wanted: 0 }
  expect(await progress()).toMatchObject({ given: 8, wanted: 8, left: 0, anew: none, reached: [0, 0, 4] })
  await repairRubric(admin, study.slug, draftOf(1))
  const asked = { given: 8, wanted: 16, left: 8, anew: { given: 0, wanted: 8 } }
  expect(await progress()).toMatchObject({ ...asked, tasks: 4, reached: [4, 0, 0] })
  await rateAll(one, study.slug, says(4))
  expect(await progress()).toMatchObject({ given: 12, wanted: 16, left: 4, anew: { given: 4, wanted: 8 } })
  await rateAll(three, study.slug, says(4))
  const over = { given: 16, wanted: 16, left: 0, anew: { given: 8, wanted: 8 } }
  expect(await progress()).toMatchObject({ ...over, reached: [0, 0, 4] })
})

test('who is paused meanwhile calibrates at the first claim after coming back', async () => {
  const { id, slug, rater } = await atWork()
  const pseudonym = await pseudonymOf(id, rater)
  const act = (which: 'pause' | 'resume') =>
    actOnRater(inspector, slug, { rater: pseudonym, act: which, reason: 'seen' })
  await rateAll(rater, slug, says(2))
  await act('pause')
  expect(await repairRubric(admin, slug, draftOf(1))).toMatchObject({ toRecalibrate: 1 })
  await anchorTasksOf(inspector, slug, 18)
  expect(await act('resume')).toEqual({ state: 'active' })
  expect(await claimTasks(rater, slug, 1)).toMatchObject({ calibrates: true })
  expect(await enrolmentState(id, rater)).toBe('calibrating')
})

test('where only the wording is better the anchors hold: raters at work calibrate at once, unless they need not', async () => {
  const { id, slug, rater } = await atWork()
  const first = await repairRubric(admin, slug, draftOf(1, { ratingsHold: true, recalibrate: false }))
  expect(first).toMatchObject({ anew: [], recalibrated: 0, toRecalibrate: 0 })
  await claimTasks(rater, slug, 1)
  expect(await enrolmentState(id, rater)).toBe('active')
  const second = await repairRubric(admin, slug, draftOf(2, { ratingsHold: true }))
  expect(second).toMatchObject({ anew: [], recalibrated: 1, toRecalibrate: 0 })
  expect(await enrolmentState(id, rater)).toBe('calibrating')
  await workAttempt(rater, slug)
  expect(await enrolmentState(id, rater)).toBe('active')
})

test('who was still calibrating is let in where the new version has too few anchors, gets work, and calibrates later', async () => {
  const { id, slug, rater } = await anchoredStudy(inspector)
  await claimTasks(rater, slug, 1)
  await repairRubric(admin, slug, draftOf(1))
  for (const turn of [1, 2]) {
    const { task, calibrates } = await claimTasks(rater, slug, 1)
    expect([turn, task?.rubric.version, calibrates]).toEqual([turn, 2, undefined])
  }
  expect(await rateAll(rater, slug, says(3))).toBe(3)
  await settleDue()
  expect(await keptCells(id)).toEqual([])
  await anchorTasksOf(inspector, slug, 18)
  expect(await enrolmentState(id, rater)).toBe('calibrating')
})
