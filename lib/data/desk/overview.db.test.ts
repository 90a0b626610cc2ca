import { expect, test } from 'vitest'
import { fullRating } from '@/e2e/support/rating'
import { openedStudy } from '@/e2e/support/study-factory'
import { db } from '@/lib/data/db'
import { claimTasks } from './assignments'
import { deskOf, myStudies } from './overview'
import { submitRating } from './ratings'

async function twoRaters(wanted: Parameters<typeof openedStudy>[0]) {
  const { id, slug, raters } = await openedStudy(wanted, 2)
  const [one, other] = raters
  if (!one || !other) throw new Error('two raters were expected')
  return { id, slug, one, other }
}

test('a rater sees the own studies with the own progress', async () => {
  const { slug, one } = await twoRaters({ prompts: 3, k: 2 })
  expect(await myStudies(one)).toMatchObject([{ slug, state: 'open', progress: { done: 0, left: 3 } }])
  const { task } = await claimTasks(one, slug, 1)
  if (!task) throw new Error('a task was expected')
  await submitRating(one, slug, fullRating(task))
  expect(await deskOf(one, slug)).toMatchObject({ progress: { done: 1, left: 2 } })
})

test('nothing left and nothing that fits look the same: no more work', async () => {
  const { slug, one } = await twoRaters({ prompts: 2, k: 2, skills: ['law'] })
  expect(await deskOf(one, slug)).toMatchObject({ progress: { done: 0, left: 0 } })
})

test('a study without an enrolment does not exist; of one from which a rater was excluded no desk does', async () => {
  const { id, slug, one, other } = await twoRaters({ prompts: 1, k: 1 })
  const elsewhere = await twoRaters({ prompts: 1, k: 1 })
  expect(await deskOf(one, elsewhere.slug)).toBeNull()
  await db.enrolment.updateMany({ where: { studyId: id, raterId: other.id }, data: { state: 'excluded' } })
  expect(await deskOf(other, slug)).toBeNull()
  expect(await myStudies(other)).toMatchObject([
    { slug, enrolment: 'excluded', progress: { done: 0, left: 0 } },
  ])
})

test('no model, prompt or id of either is in what a rater gets to know of a study', async () => {
  const { slug, one } = await twoRaters({ prompts: 1, k: 1, canary: 'CANARY' })
  const known = JSON.stringify([await myStudies(one), await deskOf(one, slug)])
  expect(known).not.toContain('CANARY')
  expect(known).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
})

test('drafts are kept under a word that differs by rater and stays the same', async () => {
  const { slug, one, other } = await twoRaters({ prompts: 1, k: 1 })
  const [first, again, others] = await Promise.all([
    deskOf(one, slug),
    deskOf(one, slug),
    deskOf(other, slug),
  ])
  expect(again?.draftKey).toBe(first?.draftKey)
  expect(others?.draftKey).not.toBe(first?.draftKey)
})
