import { beforeAll, expect, test } from 'vitest'
import { inspectAll, lotsOf, makeInspector, note, rate, spotCheck } from '@/e2e/support/lot-factory'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Inspector, Rater } from '@/lib/domain/people/actor'
import type { LotPlan } from '@/lib/domain/quality/spot-check/lot-plan'
import { drawLotSample } from '@/lib/domain/quality/spot-check/lot-sample'
import { spotCheckTerms } from '@/lib/domain/quality/spot-check/terms'
import { operator } from '@/lib/server/operator'
import { stopCounting } from '@/lib/data/cells/counting/counting'
import { db } from '@/lib/data/db'
import { correctRating } from '@/lib/data/desk/corrections'
import { closeStudy, unsealStudy } from '@/lib/data/studies/lifecycle'
import { claimUnit } from '@/lib/data/lots/inspecting/claim-unit'
import { formLotsByHand } from './lots-by-hand'
import { lotPage } from '@/lib/data/lots/lot-page'
import { unitsOfLot } from '@/lib/data/lots/lot-units'

let study: Awaited<ReturnType<typeof openedStudy>>
let inspector: Inspector
const rater = (at: number) => study.raters[at] as Rater
const enrolment = (at: number) =>
  db.enrolment.findUniqueOrThrow({ where: { studyId_raterId: { studyId: study.id, raterId: rater(at).id } } })

beforeAll(async () => {
  study = await openedStudy({ prompts: 40, models: 2, k: 3, protocol: { spotCheck } }, 3)
  inspector = await makeInspector()
})

test('every fifth rating makes a lot, whose sample can be drawn again from what is stored', async () => {
  const ratings = await rate(rater(0), study.slug, { tasks: 4 })
  expect(await lotsOf(study.id)).toHaveLength(0)
  expect((await enrolment(0)).waitingRatings).toBe(4)
  ratings.push(...(await rate(rater(0), study.slug, { tasks: 1, value: 5 })))
  const [lot] = await lotsOf(study.id)
  if (!lot) throw new RangeError('a lot')
  const plan = lot.plan as LotPlan
  expect(plan).toMatchObject({ level: 'normal', lotSize: 10, accept: 0, inspectAll: false })
  expect(plan.sample).toBeLessThan(10)
  expect((await enrolment(0)).waitingRatings).toBe(0)

  const rows = await db.inspection.findMany({ where: { lotId: lot.id }, orderBy: { place: 'asc' } })
  const { units, criteria } = await db.$transaction((tx) => unitsOfLot(tx, lot.id))
  const again = drawLotSample(units, criteria, { size: plan.sample, seed: Number(lot.seed) })
  const stored = rows.map(({ ratingId, outputId }) => ({ ratingId, outputId }))
  expect(stored).toEqual([...again.drawn, ...again.reserve])
  expect(new Set(stored.map(({ ratingId }) => ratingId))).toEqual(new Set(ratings))
})

test('what stands in a lot can no longer be corrected, nor anything before it; what came later can', async () => {
  const [late] = await rate(rater(0), study.slug, { tasks: 1 })
  const inLot = await db.lotRating.findFirstOrThrow({ where: { lot: { raterId: rater(0).id } } })
  const correction = (ratingId: string) =>
    correctRating(
      rater(0),
      { slug: study.slug, ratingId },
      {
        revision: 1,
        comments: {},
        cannotJudge: {},
        dwellMs: 1,
        scores: { A: { accuracy: 2, style: 2 }, B: { accuracy: 2, style: 2 } },
      },
    )
  await expect(correction(inLot.ratingId)).rejects.toMatchObject({ code: 'locked' })
  expect((await correction(late ?? '')).saved.revision).toBe(2)
})

test('a rating that does not count is in no lot, and a correction is not counted twice', async () => {
  const ratings = await rate(rater(1), study.slug, { tasks: 3 })
  const [gone = ''] = ratings
  await db.$transaction((tx) =>
    stopCounting(tx, { by: inspector.id, reason: 'test', ratings: [{ ratingId: gone, outputs: null }] }),
  )
  const corrected = await db.rating.create({
    data: {
      assignmentId: (await db.rating.findUniqueOrThrow({ where: { id: ratings[1] ?? '' } })).assignmentId,
      revision: 2,
      dwellMs: 1,
    },
  })
  await note(corrected.id)
  expect((await enrolment(1)).waitingRatings).toBe(3)
  await rate(rater(1), study.slug, { tasks: 2 })
  const [lot] = await lotsOf(study.id, rater(1).id)
  const inLot = await db.lotRating.findMany({ where: { lotId: lot?.id ?? '' } })
  expect(inLot).toHaveLength(3)
  expect(inLot.map(({ ratingId }) => ratingId)).not.toContain(gone)
})

test('by hand a lot is formed over a filter, once; an empty filter and a strange rater are refused in words', async () => {
  const { pseudonym } = await enrolment(2)
  const byHand = (since: string | null = null) =>
    formLotsByHand(inspector, study.slug, { rater: pseudonym, since })
  await expect(byHand()).rejects.toMatchObject({
    code: 'blocked',
    message: expect.stringContaining('finds no rating'),
  })
  // The worker has not looked at the last two yet.
  await rate(rater(2), study.slug, { tasks: 3 })
  const unseen = await rate(rater(2), study.slug, { tasks: 2, noted: false })
  await db.$executeRaw`
    INSERT INTO chain_due (study_id, task_id, rating_id)
    SELECT a.study_id, a.task_id, r.id FROM rating r JOIN assignment a ON a.id = r.assignment_id
    WHERE r.id = ANY (${unseen}::uuid[]) AND NOT EXISTS (SELECT FROM chain_due WHERE rating_id = r.id)`
  await expect(byHand('2999-01-01')).rejects.toMatchObject({ code: 'blocked' })
  expect(await byHand('2020-01-01T00:00:00Z')).toEqual({ formed: 1 })
  for (const each of unseen) await note(each)
  const [lot] = await lotsOf(study.id, rater(2).id)
  expect(lot).toMatchObject({ byHand: true, plan: { lotSize: 10 } })
  expect((await enrolment(2)).waitingRatings).toBe(0)
  await expect(byHand()).rejects.toMatchObject({
    code: 'blocked',
    message: expect.stringContaining('in a lot already'),
  })
  const strange = formLotsByHand(inspector, study.slug, { rater: 'r-nobody' })
  await expect(strange).rejects.toMatchObject({ code: 'not_found' })
})

test('closing makes lots of all that waits; lots that wait block unsealing without a reason, and end with it', async () => {
  await rate(rater(1), study.slug, { tasks: 2 })
  const admin = await operator()
  await closeStudy(admin, study.slug)
  const left = await db.$queryRaw<object[]>`
    SELECT 1 FROM assignment a JOIN rating r ON r.assignment_id = a.id AND r.revision = 1
    WHERE a.study_id = ${study.id}::uuid AND a.status = 'submitted' AND NOT EXISTS (SELECT FROM lot_rating l WHERE l.assignment_id = a.id)`
  // The one that stopped counting, and the one whose correction took its scores back.
  expect(left).toHaveLength(2)
  const lots = await lotsOf(study.id)
  const small = lots.find(({ raterId, plan }) => raterId === rater(0).id && (plan as LotPlan).lotSize === 2)
  expect(small?.plan).toMatchObject({ inspectAll: true })
  await expect(unsealStudy(admin, study.slug)).rejects.toMatchObject({
    code: 'blocked',
    message: expect.stringContaining(`${lots.length} lots wait for inspection`),
  })
  await unsealStudy(admin, study.slug, 'a test')
  const lotId = lots[0]?.id ?? ''
  await expect(claimUnit(inspector, study.slug, lotId)).rejects.toMatchObject({ code: 'closed' })
  expect((await lotPage(inspector, study.slug, lotId)).state).toBe('drawn')
})

test('a study without a spot check forms no lots', async () => {
  const plain = await openedStudy({ prompts: 6, models: 2 }, 1)
  await rate(plain.raters[0] as Rater, plain.slug, { tasks: 6 })
  expect(await lotsOf(plain.id)).toHaveLength(0)
  await expect(formLotsByHand(inspector, plain.slug, {})).rejects.toMatchObject({ code: 'blocked' })
  await closeStudy(await operator(), plain.slug)
  expect(await lotsOf(plain.id)).toHaveLength(0)
})

test('a plan that needs more units than a lot has inspects all of them, and the page says what that shows', async () => {
  // At a limit of 2 % and none allowed some 150 units would be needed; a lot has four.
  const terms = spotCheckTerms.parse({ max_error: 0.02, accept: 0, lot_ratings: 2 })
  const small = await openedStudy({ prompts: 3, models: 2, k: 1, protocol: { spotCheck: terms } }, 1)
  const [one] = small.raters
  if (!one) throw new RangeError('a rater')
  await rate(one, small.slug, { tasks: 2 })
  const [lot] = await lotsOf(small.id)
  if (!lot) throw new RangeError('a lot')
  const place = { slug: small.slug, lotId: lot.id }
  const plan = { lotSize: 4, sample: 4, accept: 0, inspectAll: true }
  expect(await lotPage(inspector, small.slug, lot.id)).toMatchObject({ plan, standing: { left: 4 } })
  expect(await inspectAll(inspector, place, 3)).toHaveLength(4)
  expect(await lotPage(inspector, small.slug, lot.id)).toMatchObject({
    state: 'passed',
    claim: { confidence: 1, errors: 0, lotSize: 4 },
  })
})
