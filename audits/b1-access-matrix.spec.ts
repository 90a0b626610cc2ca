import { expect, test } from '@playwright/test'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { fullRating } from '@/e2e/support/rating'
import { signedInPerson } from '@/e2e/support/people'
import { rowCounts } from '@/e2e/support/row-counts'
import { openedStudy } from '@/e2e/support/study-factory'
import { sessionOf } from './support/desk'
import { report } from './support/length'

/** Foreign children under one's own parent, and one's own under a foreign one: nothing may be found, nothing may change. */
test('B1: what belongs to another rater or another study does not exist', async ({ baseURL }) => {
  const site = baseURL ?? ''
  const here = await openedStudy({ prompts: 4 }, 2)
  const there = await openedStudy({ prompts: 4 }, 1)
  const [raterA, raterB] = here.raters
  const [raterX] = there.raters
  if (!raterA || !raterB || !raterX) throw new Error('raters')
  const { task } = await claimTasks(raterA, here.slug, 1)
  if (!task) throw new Error('a task')
  const { saved, task: held } = await submitRating(raterA, here.slug, fullRating(task))
  if (!saved || !held) throw new Error('a rating and a lease')
  const people = {
    visitor: '',
    raterB: await sessionOf(raterB),
    raterX: await sessionOf(raterX),
    inspector: (await signedInPerson('inspector')).cookie,
    admin: (await signedInPerson('admin')).cookie,
  }
  const body = fullRating(held)
  const correction = { ...body, revision: 1 }
  const tries = (slug: string): [string, string, object | null][] => [
    ['POST', `/api/v1/desk/${slug}/ratings`, body],
    ['POST', `/api/v1/desk/${slug}/assignments/${held.assignmentId}/extend`, {}],
    ['PUT', `/api/v1/desk/${slug}/ratings/${saved.ratingId}`, correction],
  ]
  const before = await rowCounts()
  const lease = await db.assignment.findUniqueOrThrow({ where: { id: held.assignmentId } })
  const entered: string[] = []
  let tried = 0
  for (const [who, cookie] of Object.entries({
    ...people,
    'raterA in another study': await sessionOf(raterA),
  })) {
    for (const slug of who.startsWith('raterA') ? [there.slug] : [here.slug, there.slug]) {
      for (const [method, path, data] of tries(slug)) {
        tried++
        const response = await fetch(site + path, {
          method,
          headers: { Cookie: cookie, Origin: site, 'Content-Type': 'application/json' },
          body: JSON.stringify(data),
        })
        if (![401, 403, 404].includes(response.status))
          entered.push(`${who}: ${method} ${path}: ${response.status}`)
      }
    }
  }
  report('B1', `${tried} foreign requests: ${entered.length} got through`)
  expect(entered).toEqual([])
  expect(await rowCounts()).toEqual(before)
  expect(await db.assignment.findUniqueOrThrow({ where: { id: held.assignmentId } })).toEqual(lease)
})
