import { expect, test } from 'vitest'
import { spotCheck } from '@/e2e/support/lot-factory'
import { fullRating } from '@/e2e/support/rating'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Rater } from '@/lib/domain/people/actor'
import { UserError } from '@/lib/domain/user-error'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { appeal } from '@/lib/data/monitors/sheets/appeals'
import { operator } from '@/lib/server/operator'
import { closeStudy, unsealStudy } from './lifecycle'

/** Rates until the study takes nothing more; returns the ratings that were acknowledged. */
async function rateOn(rater: Rater, slug: string): Promise<string[]> {
  const stored: string[] = []
  try {
    let { task } = await claimTasks(rater, slug, 3)
    while (task) {
      const answer = await submitRating(rater, slug, fullRating(task))
      if (answer.saved) stored.push(answer.saved.ratingId)
      task = answer.task
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
  return stored
}

test('a study closes while all its raters send, and has every rating that was acknowledged', async () => {
  const { id, slug, raters } = await openedStudy(
    { prompts: 60, models: 2, k: 12, protocol: { spotCheck } },
    12,
  )
  const work = raters.map((rater) => rateOn(rater, slug))
  const rated = () => db.rating.count({ where: { assignment: { studyId: id } } })
  await expect.poll(rated, { timeout: 20_000 }).toBeGreaterThan(24)
  const asking = appeal(raters[0] as Rater, slug, 'I read every answer.')
  await closeStudy(await operator(), slug)
  await asking
  const acknowledged = (await Promise.all(work)).flat().sort()
  const stored = await db.rating.findMany({ where: { assignment: { studyId: id } }, select: { id: true } })
  expect(stored.map((rating) => rating.id).sort()).toEqual(acknowledged)
  expect(await db.assignment.count({ where: { studyId: id, status: 'leased' } })).toBe(0)
  expect(await db.lotRating.count({ where: { lot: { round: { studyId: id } } } })).toBe(stored.length)
})

test('an appeal that waits holds unsealing back, unless there is a reason', async () => {
  const { id, slug, raters } = await openedStudy({ prompts: 1 }, 1)
  await appeal(raters[0] as Rater, slug, 'I read every answer.')
  const admin = await operator()
  await closeStudy(admin, slug)
  await expect(unsealStudy(admin, slug)).rejects.toMatchObject({
    code: 'blocked',
    message: expect.stringContaining('1 appeals wait for an answer'),
  })
  await unsealStudy(admin, slug, 'The rater has left.')
  expect(await db.study.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'unsealed' })
})
