import { beforeAll, expect, test } from 'vitest'
import { anchorTasksOf } from '@/e2e/support/anchored-study'
import { inspectionOf, lotsOf, makeInspector, rate, spotCheck } from '@/e2e/support/lot-factory'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Rater } from '@/lib/domain/people/actor'
import { db } from './db'
import { claimUnit } from './lots/inspecting/claim-unit'
import { commitInspection } from './lots/inspecting/commit-inspection'
import { answerAppeal, appeal } from './monitors/sheets/appeals'

// What the quality chain found is no append-only table: rows go on to their end. These statements go past all of our code.

beforeAll(async () => {
  const { id, slug, raters } = await openedStudy({ prompts: 8, models: 2, k: 2, protocol: { spotCheck } }, 1)
  const [rater] = raters as [Rater]
  const inspector = await makeInspector()
  await rate(rater, slug, { tasks: 5, value: 4 })
  const [lot] = await lotsOf(id)
  const place = { slug, lotId: lot?.id ?? '' }
  const unit = await claimUnit(inspector, slug, place.lotId)
  await commitInspection(inspector, place, inspectionOf(unit?.inspectionId ?? '', 3))
  await anchorTasksOf(inspector, slug, 1)
  const { id: appealId } = await appeal(rater, slug, 'I read every answer.')
  await answerAppeal(inspector, { slug, id: appealId }, { state: 'declined', answer: 'Noted.' })
})

test.each([
  [
    'an inspection that is committed',
    `UPDATE inspection SET error = NOT error WHERE committed_at IS NOT NULL`,
  ],
  ['what a unit is of', `UPDATE inspection SET place = place + 100 WHERE committed_at IS NULL`],
  ['how a lot was drawn', `UPDATE lot SET seed = seed + 1`],
  ['whose a lot is', `UPDATE lot SET rater_id = round_id`],
  ['what an anchor says', `UPDATE anchor SET cells = '[]'`],
  ['what a rater appealed', `UPDATE appeal SET text = 'x'`],
  ['an answer that was given', `UPDATE appeal SET answer = 'x' WHERE state <> 'waiting'`],
  ['what an assignment was for', `UPDATE assignment SET kind = 'check' WHERE kind = 'inspection'`],
  ['who an assignment was for', `UPDATE assignment SET rater_id = study_id WHERE status = 'submitted'`],
])('%s stays as it is, for every role', async (_, statement) => {
  await expect(db.$executeRawUnsafe(statement)).rejects.toThrow(/kept as it was/)
})

test('where a lot, an anchor and a lease go on to is open', async () => {
  await db.lot.updateMany({ where: { state: 'drawn' }, data: { decidedAt: null } })
  await db.anchor.updateMany({ where: { retiredAt: null }, data: { retiredAt: new Date() } })
})
