import { expect, test } from 'vitest'
import { anchorTasksOf } from '@/e2e/support/anchored-study'
import { makeInspector, rateAll, says, settleDue } from '@/e2e/support/disputed-study'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Rater } from '@/lib/domain/people/actor'
import { db } from '@/lib/data/db'
import { fingerprint } from './fingerprint'
import { ownSheet } from './own-sheet'

const quiet = ['gold_error', 'gold_bias', 'repeat'].map((monitor) => ({ monitor, standing: 'quiet' }))

test('the own sheet says the same of hidden checks before there are any and after some went well', async () => {
  const inspector = await makeInspector()
  const protocol = { checks: { gold: 0.3 } }
  const study = await openedStudy({ prompts: 48, k: 3, protocol }, 2)
  await anchorTasksOf(inspector, study.slug, 8)
  const rater = study.raters[0] as Rater
  const before = await ownSheet(rater, study.slug)
  expect(before.checks).toEqual(quiet)
  await rateAll(rater, study.slug, says(3))
  await settleDue()
  const { placedGold, pseudonym } = await db.enrolment.findFirstOrThrow({
    where: { studyId: study.id, raterId: rater.id },
  })
  expect(placedGold).toBeGreaterThan(0)
  const known = (await fingerprint(inspector, study.slug, pseudonym)).signals
  expect(known.find(({ monitor }) => monitor === 'gold_error')?.n).toBe(placedGold)
  const after = await ownSheet(rater, study.slug)
  expect(after.signals.find(({ monitor }) => monitor === 'entropy')?.n).toBeGreaterThan(0)
  expect(after.signals.map(({ monitor }) => monitor)).not.toEqual(expect.arrayContaining(['gold_error']))
  for (const { monitor, standing, ...more } of after.checks) {
    expect([monitor, more]).toEqual([monitor, {}])
    expect(['quiet', 'high', 'low']).toContain(standing)
  }
  expect(JSON.stringify(after.signals)).not.toMatch(/gold|repeat/)
})
