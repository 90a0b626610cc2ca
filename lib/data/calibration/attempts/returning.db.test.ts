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
import { closeStudy } from '@/lib/data/studies/lifecycle'
import { operator } from '@/lib/server/operator'
import { beginCalibration } from './begin'
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

test('a hidden check never comes again in a calibration, where its agreed scores would be shown', async () => {
  const { id, slug, rater, act, taskIds } = await recalibrating()
  const used = await db.assignment.findMany({ where: { raterId: rater.id, kind: 'calibration' } })
  const fresh = taskIds.filter((taskId) => used.every((each) => each.taskId !== taskId))
  const [turn] = used
  if (!turn) throw new Error('a turn')
  // Of two outputs each; the first attempt took five tasks, and two attempts take ten of eighteen.
  const checks = fresh.slice(0, 6)
  for (const taskId of checks) {
    const { id: _id, turn: _turn, ...place } = turn
    await db.assignment.create({
      data: { ...place, taskId, kind: 'check', check: { create: { kind: 'gold', expected: [] } } } as never,
    })
  }
  await act('recalibrate')
  const { state } = await db.calibration.findUniqueOrThrow({
    where: { studyId_raterId: { studyId: id, raterId: rater.id } },
  })
  const drawn = JSON.stringify(state)
  const anchors = await db.anchor.findMany({ where: { studyId: id } })
  const ofChecks = anchors.filter(({ taskId }) => checks.includes(taskId))
  expect(ofChecks).toHaveLength(12)
  const round = (state as { rounds: unknown[] }).rounds.at(-1)
  expect(ofChecks.filter((anchor) => JSON.stringify(round).includes(anchor.id))).toEqual([])
  expect(drawn).toContain('asked')
  expect((await workAttempt(rater, slug)).progress.left).toBe(0)
})

test('in a study that takes no more work no calibration begins', async () => {
  const { id, slug, rater, act } = await recalibrating()
  await closeStudy(await operator(), slug)
  const who = { studyId: id, raterId: rater.id }
  expect(await db.$transaction((tx) => beginCalibration(tx, { ...who, reason: 'drift' }))).toBe(false)
  await expect(act('recalibrate')).rejects.toMatchObject({ code: 'closed' })
  expect(await enrolmentState(id, rater)).toBe('active')
})
