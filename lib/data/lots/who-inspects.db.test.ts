import { beforeEach, expect, test } from 'vitest'
import { aloneAtWork } from '@/e2e/support/inspectors'
import { inspectAll, inspectionOf, lotsOf, makeInspector, rate } from '@/e2e/support/lot-factory'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Inspector, Rater } from '@/lib/domain/people/actor'
import { spotCheckTerms } from '@/lib/domain/quality/spot-check/terms'
import { db } from '@/lib/data/db'
import { fingerprint } from '@/lib/data/monitors/sheets/fingerprint'
import { ratersQuality } from '@/lib/data/monitors/sheets/raters-quality'
import { formLotsByHand } from './forming/lots-by-hand'
import { claimUnit } from './inspecting/claim-unit'
import { commitInspection } from './inspecting/commit-inspection'
import { lotPage } from './lot-page'
import { lotQueue } from './lot-queue'

/** Lots by hand alone, of which all is inspected. */
const spotCheck = spotCheckTerms.parse({ max_error: 0.02, accept: 0, lot_ratings: 100 })
let study: Awaited<ReturnType<typeof openedStudy>>
let inspector: Inspector
let other: Inspector
let names: string[]

beforeEach(async () => {
  study = await openedStudy({ prompts: 4, models: 2, k: 2, protocol: { spotCheck } }, 2)
  for (const rater of study.raters) await rate(rater, study.slug, { tasks: 2 })
  inspector = await makeInspector()
  other = await makeInspector()
  names = await Promise.all(study.raters.map(pseudonymOf))
})

async function pseudonymOf({ id }: Rater): Promise<string> {
  const where = { studyId_raterId: { studyId: study.id, raterId: id } }
  return (await db.enrolment.findUniqueOrThrow({ where })).pseudonym
}
const byHand = (rater: string | null) => formLotsByHand(inspector, study.slug, { rater })
async function placeOf(at: number) {
  const [lot] = await lotsOf(study.id, study.raters[at]?.id)
  return { slug: study.slug, lotId: lot?.id ?? '' }
}
const day = /^\d{4}-\d{2}-\d{2}$/

test('who chose the rater of a lot leaves it to others; whoever formed lots over all inspects them', async () => {
  await byHand(names[0] ?? '')
  const place = await placeOf(0)
  const forOthers = async (who: Inspector) =>
    (await lotQueue(who, study.slug)).lots.map((lot) => lot.forOthers)
  expect(await forOthers(inspector)).toEqual([true])
  expect(await forOthers(other)).toEqual([false])
  expect(await claimUnit(inspector, place.slug, place.lotId)).toBeNull()
  const unit = await claimUnit(other, place.slug, place.lotId)
  await expect(
    commitInspection(inspector, place, inspectionOf(unit?.inspectionId ?? '', 3)),
  ).rejects.toMatchObject({ code: 'conflict', message: 'Another inspector has to inspect this unit.' })
  await byHand(null)
  expect(await claimUnit(inspector, place.slug, (await placeOf(1)).lotId)).not.toBeNull()
})

test('where nobody else is there who chose the rater inspects, and that is on record', async () => {
  await byHand(names[0] ?? '')
  const place = await placeOf(0)
  await aloneAtWork([inspector], async () => {
    expect((await lotQueue(inspector, study.slug)).lots).toMatchObject([{ forOthers: false }])
    const unit = await claimUnit(inspector, place.slug, place.lotId)
    await commitInspection(inspector, place, inspectionOf(unit?.inspectionId ?? '', 3))
  })
  await inspectAll(other, place, 3)
  const entries = await db.auditEntry.findMany({
    where: { studyId: study.id, action: 'lot.inspected' },
    orderBy: { sequence: 'asc' },
  })
  const found = { lot: place.lotId, class: 'within' }
  expect(entries.map(({ detail }) => detail)).toEqual([{ ...found, knewRater: true }, found, found, found])
})

test('neither the minute nor a number tells whose lot was just formed', async () => {
  const before = await fingerprint(inspector, study.slug, names[0] ?? '')
  await formLotsByHand(other, study.slug, { rater: names[0] ?? '' })
  const after = await fingerprint(inspector, study.slug, names[0] ?? '')
  expect(after).toEqual(before)
  expect(after.lastAt).toMatch(day)
  const { raters } = await ratersQuality(inspector, study.slug)
  expect(raters.map(({ lastAt }) => lastAt)).toEqual([expect.stringMatching(day), expect.stringMatching(day)])
  const { lotId } = await placeOf(0)
  const page = await lotPage(inspector, study.slug, lotId)
  const { lots } = await lotQueue(inspector, study.slug)
  expect([page.createdAt, ...lots.map(({ createdAt }) => createdAt)]).toEqual([
    expect.stringMatching(day),
    expect.stringMatching(day),
  ])
})

test('a rating that is corrected while a lot is formed stands in it as it was corrected', async () => {
  const { raterId, rating } = await firstRating()
  const forming = await db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 AS held FROM enrolment WHERE study_id = ${study.id}::uuid AND rater_id = ${raterId}::uuid FOR UPDATE`
      const formed = byHand(null)
      await waitingForLock()
      const { id } = await tx.rating.create({
        data: {
          assignmentId: rating.assignmentId,
          revision: 2,
          dwellMs: 1,
          scores: { create: rating.scores },
        },
      })
      return { formed, corrected: id }
    },
    { timeout: 20_000 },
  )
  await forming.formed
  const inLot = await db.lotRating.findUniqueOrThrow({ where: { assignmentId: rating.assignmentId } })
  expect(inLot.ratingId).toBe(forming.corrected)
})

async function firstRating() {
  const raterId = study.raters[0]?.id ?? ''
  const { scores, assignmentId } = await db.rating.findFirstOrThrow({
    where: { assignment: { raterId, studyId: study.id } },
    include: { scores: { select: { outputId: true, criterionId: true, value: true } } },
  })
  return { raterId, rating: { assignmentId, scores } }
}

async function waitingForLock(): Promise<void> {
  for (;;) {
    const [row] = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%enrolment%'`
    if (row && row.n > 0) return
    await new Promise((done) => setTimeout(done, 20))
  }
}

test('an inspection sent again at the address of another lot is not found there', async () => {
  await byHand(null)
  const [place, elsewhere] = [await placeOf(0), await placeOf(1)]
  const unit = await claimUnit(inspector, place.slug, place.lotId)
  const sent = inspectionOf(unit?.inspectionId ?? '', 3)
  const done = await commitInspection(inspector, place, sent)
  await expect(commitInspection(inspector, elsewhere, sent)).rejects.toMatchObject({ code: 'not_found' })
  expect(await commitInspection(inspector, place, sent)).toEqual(done)
})

test('what an inspection took is not known where another inspector has the unit by now', async () => {
  await byHand(null)
  const place = await placeOf(0)
  const [lost, measured] = [
    await claimUnit(inspector, place.slug, place.lotId),
    await claimUnit(other, place.slug, place.lotId),
  ]
  await db.inspection.update({ where: { id: lost?.inspectionId ?? '' }, data: { heldById: other.id } })
  await commitInspection(inspector, place, inspectionOf(lost?.inspectionId ?? '', 3))
  await commitInspection(other, place, inspectionOf(measured?.inspectionId ?? '', 3))
  const timeOf = async ({ id }: Inspector) =>
    (await db.rating.findFirstOrThrow({ where: { assignment: { raterId: id } } })).dwellMs
  expect(await timeOf(inspector)).toBeNull()
  expect(await timeOf(other)).toEqual(expect.any(Number))
})
