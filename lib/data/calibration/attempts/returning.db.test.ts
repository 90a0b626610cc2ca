import { beforeAll, expect, test } from 'vitest'
import { enrolmentState } from '@/e2e/support/anchored-study'
import { anchoredStudy, pseudonymOf, workAttempt } from '@/e2e/support/calibrated-study'
import { makeInspector } from '@/e2e/support/disputed-study'
import { fullRating } from '@/e2e/support/rating'
import type { Inspector } from '@/lib/domain/people/actor'
import { excludeRater, restoreRater } from '@/lib/data/cells/counting/exclusion'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { actOnRater } from '@/lib/data/monitors/sheets/act-on-rater'
import { calibrationDesk } from './own-calibration'

let inspector: Inspector
beforeAll(async () => {
  inspector = await makeInspector()
})

/** A rater who passed, has worked, and is in the middle of calibrating again. */
async function recalibrating() {
  const study = await anchoredStudy(inspector)
  const { id, slug, rater } = study
  await workAttempt(rater, slug)
  const { task } = await claimTasks(rater, slug, 1)
  if (task) await submitRating(rater, slug, fullRating(task))
  const pseudonym = await pseudonymOf(id, rater)
  const act = (which: 'pause' | 'resume' | 'recalibrate') =>
    actOnRater(inspector, slug, { rater: pseudonym, act: which, reason: 'seen' })
  const asked = { rater: pseudonym, reason: 'seen' }
  return { ...study, act, asked }
}

test('excluded and restored in the middle of a recalibration, a rater goes on calibrating, and works only when it is passed', async () => {
  const { id, slug, rater, act, asked } = await recalibrating()
  await act('recalibrate')
  const { task } = await claimTasks(rater, slug, 1)
  await excludeRater(inspector, slug, asked)
  await restoreRater(inspector, slug, asked)
  expect(await enrolmentState(id, rater)).toBe('calibrating')
  const again = await claimTasks(rater, slug, 1)
  expect(again).toMatchObject({ calibrates: true, progress: { done: 0, left: 5 } })
  // The turn ended with the exclusion; the task of the attempt is the same.
  expect(again.task?.assignmentId).not.toBe(task?.assignmentId)
  await workAttempt(rater, slug)
  expect(await calibrationDesk(rater, slug)).toMatchObject({ reason: 'asked', standing: 'passed' })
  expect(await enrolmentState(id, rater)).toBe('active')
})

test('a pause ends where it began: at work, or at the calibration that is not decided yet', async () => {
  const { id, rater, act } = await recalibrating()
  await act('pause')
  expect(await act('resume')).toEqual({ state: 'active' })
  await act('recalibrate')
  // A rule may pause somebody who calibrates just now.
  await db.enrolment.updateMany({ where: { studyId: id, raterId: rater.id }, data: { state: 'paused' } })
  expect(await act('resume')).toEqual({ state: 'calibrating' })
})
