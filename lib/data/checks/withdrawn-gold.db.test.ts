import { expect, test } from 'vitest'
import { checkedStudy, handedOut } from '@/e2e/support/checked-study'
import { makeInspector } from '@/e2e/support/disputed-study'
import { fullRating } from '@/e2e/support/rating'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { claimParts } from '@/lib/data/desk/claim-sql'
import { submitRating } from '@/lib/data/desk/ratings'
import { placedSql } from '@/lib/data/desk/write-sql'
import { deskQuery } from '@/lib/data/desk-query'
import { Prisma } from '@/lib/data/generated/client'
import { checksOf } from '@/lib/data/monitors/sheets/checks-of-rater'
import { placementPlan } from './placement-plan'

test('gold whose anchors were withdrawn in the moment it is handed out is work, and counts as no check', async () => {
  const { id, slug, rater } = await checkedStudy(await makeInspector(), { gold: 0.9 }, { prompts: 10 })
  const asked = { rates: { gold: 0.9, repeat: 0, degraded: 0 }, limit: 3, fromStart: false }
  const plan = await placementPlan(rater.id, slug, asked)
  expect(plan?.kinds).toContain('gold')
  await db.anchor.updateMany({ where: { studyId: id }, data: { retiredAt: new Date() } })
  await deskQuery(Prisma.sql`
    WITH ${claimParts(rater.id, slug, { ...asked, plan })}
    UPDATE enrolment e SET ${placedSql(plan)} FROM seat WHERE e.study_id = seat.study_id AND e.rater_id = ${rater.id}::uuid`)
  const golds = (await handedOut(rater)).filter(({ check }) => check?.kind === 'gold')
  expect(golds.length).toBeGreaterThan(0)
  expect(golds.map(({ check }) => check?.expected)).toEqual(golds.map(() => []))
  expect(await db.enrolment.findFirstOrThrow({ where: { raterId: rater.id } })).toMatchObject({
    placed: 3,
    placedGold: 0,
  })
  for (let { task } = await claimTasks(rater, slug, 1); task;)
    ({ task } = await submitRating(rater, slug, fullRating(task)))
  expect(await checksOf({ studyId: id, raterId: rater.id })).toMatchObject({ gold: 0 })
})
