import { beforeEach, expect, test } from 'vitest'
import { inspectAll, inspectionOf, lotsOf, makeInspector, rate, spotCheck } from '@/e2e/support/lot-factory'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Inspector, Rater } from '@/lib/domain/people/actor'
import { db } from '@/lib/data/db'
import { claimUnit } from './claim-unit'
import { commitInspection } from './commit-inspection'
import { decideLot } from '@/lib/data/lots/deciding/decide-lot'
import { lotPage } from '@/lib/data/lots/lot-page'
import { lotQueue } from '@/lib/data/lots/lot-queue'

const canary = 'zeisig'
let study: Awaited<ReturnType<typeof openedStudy>>
let inspectors: [Inspector, Inspector]
let place: { slug: string; lotId: string }

/** A lot of ten units, all scored 4 but for a value that stands nowhere else. */
beforeEach(async () => {
  study = await openedStudy({ prompts: 8, models: 2, k: 2, canary, protocol: { spotCheck } }, 2)
  await rate(study.raters[1] as Rater, study.slug, { tasks: 4, value: 4 })
  await rate(study.raters[0] as Rater, study.slug, { tasks: 5, value: 4 })
  inspectors = [await makeInspector(), await makeInspector()]
  place = { slug: study.slug, lotId: (await lotsOf(study.id))[0]?.id ?? '' }
})

const claim = (inspector: Inspector) => claimUnit(inspector, place.slug, place.lotId)

test('until an inspection is committed no byte tells of the rater, the model, the rating or an id of either', async () => {
  const [inspector] = inspectors
  const unit = await claim(inspector)
  const bytes = JSON.stringify([
    unit,
    await lotPage(inspector, place.slug, place.lotId),
    await lotQueue(inspector, place.slug),
  ])
  const enrolments = await db.enrolment.findMany({ where: { studyId: study.id } })
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM output WHERE study_id = ${study.id}::uuid UNION SELECT id FROM task WHERE study_id = ${study.id}::uuid
    UNION SELECT prompt_id FROM output WHERE study_id = ${study.id}::uuid UNION SELECT id FROM model WHERE study_id = ${study.id}::uuid
    UNION SELECT a.id FROM assignment a WHERE a.study_id = ${study.id}::uuid UNION SELECT r.id FROM rating r`
  const secrets = [
    canary,
    ...ids.map(({ id }) => id),
    ...enrolments.flatMap(({ raterId, pseudonym }) => [raterId, pseudonym]),
  ]
  for (const secret of secrets) expect(bytes).not.toContain(secret)
  expect(bytes).not.toMatch(/"(given|scores|ratingId|seed)"/)
  expect(unit?.task.outputs).toHaveLength(1)
  expect(unit?.task.outputs[0]).toMatchObject({ label: 'A', turns: [expect.stringContaining('Answer')] })
  const done = await commitInspection(inspector, place, inspectionOf(unit?.inspectionId ?? '', 3))
  expect(done).toMatchObject({ class: 'within', error: false, standing: { inspected: 1, errors: 0 } })
  expect(done.criteria).toContainEqual({
    criterion: 'style',
    given: 4,
    inspected: 3,
    steps: 1,
    class: 'within',
  })
  expect((await lotPage(inspector, place.slug, place.lotId)).inspected).toHaveLength(1)
})

test('two inspectors get different units, the same inspector the same; whoever commits first counts', async () => {
  const [one, other] = inspectors
  const both = await Promise.all([claim(one), claim(other)])
  expect(new Set(both.map((unit) => unit?.inspectionId)).size).toBe(2)
  const inspectionId = both[0]?.inspectionId ?? ''
  expect((await claim(one))?.inspectionId).toBe(inspectionId)
  // The first one's lease runs out, and the other gets the unit too.
  await commitInspection(other, place, inspectionOf(both[1]?.inspectionId ?? '', 4))
  await db.inspection.updateMany({ where: { id: inspectionId }, data: { heldUntil: new Date(0) } })
  const taken = await claim(other)
  expect(taken?.inspectionId).toBe(inspectionId)
  const sent = inspectionOf(inspectionId, 4)
  const [first, ...same] = await Promise.all([1, 2].map(() => commitInspection(one, place, sent)))
  expect(same).toEqual([first])
  await expect(
    commitInspection(one, place, { ...sent, scores: { accuracy: 1, style: 1 } }),
  ).rejects.toMatchObject({ code: 'conflict' })
  await expect(commitInspection(other, place, inspectionOf(inspectionId, 1))).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('Another inspector was first'),
  })
  expect(await db.assignment.count({ where: { studyId: study.id, kind: 'inspection' } })).toBe(2)
  // Later the first answer is still the first answer.
  await inspectAll(one, place, 4)
  expect((await commitInspection(one, place, sent)).standing).toEqual(first?.standing)
})

test('scores off the scale, missing ones and units that were never handed out are refused', async () => {
  const [inspector] = inspectors
  const unit = await claim(inspector)
  const sent = inspectionOf(unit?.inspectionId ?? '', 4)
  const bad = commitInspection(inspector, place, { ...sent, scores: { accuracy: 9 } })
  await expect(bad).rejects.toMatchObject({
    code: 'invalid',
    more: { fields: { 'scores.accuracy': expect.any(String), 'scores.style': expect.any(String) } },
  })
  const untouched = await db.inspection.findFirstOrThrow({ where: { lotId: place.lotId, heldById: null } })
  await expect(commitInspection(inspector, place, inspectionOf(untouched.id, 4))).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('an inspector of a model’s organization gets none of its outputs, and hears nothing of it', async () => {
  const [inspector, other] = inspectors
  const organization = await db.organization.create({ data: { name: 'test' } })
  await db.judgedModel.update({
    where: { id: study.modelIds[0] ?? '' },
    data: { organizationId: organization.id },
  })
  await db.affiliation.create({ data: { accountId: inspector.id, organizationId: organization.id } })
  await inspectAll(inspector, place, 4)
  const shown = await db.$queryRaw<{ own: boolean }[]>`
    SELECT o.model_id = ${study.modelIds[0] ?? ''}::uuid AS own FROM inspection i JOIN output o ON o.id = i.output_id
    WHERE i.lot_id = ${place.lotId}::uuid AND i.committed_at IS NOT NULL`
  expect(shown.some(({ own }) => own)).toBe(false)
  expect((await lotPage(inspector, place.slug, place.lotId)).state).toBe('drawn')
  await inspectAll(other, place, 4)
  expect((await lotPage(inspector, place.slug, place.lotId)).state).toBe('passed')
})

test('for units that cannot be judged the reserve steps in; where none is left a person decides', async () => {
  const [inspector] = inspectors
  const { plan } = await lotPage(inspector, place.slug, place.lotId)
  const done = await inspectAll(inspector, place, (sent) => ({
    ...sent,
    scores: {},
    cannotJudge: 'not my subject',
  }))
  expect(done).toHaveLength(plan.lotSize)
  expect(done.at(-1)?.standing).toMatchObject({ state: 'person_decides', notJudged: 10, inspected: 0 })
  expect((await lotPage(inspector, place.slug, place.lotId)).state).toBe('drawn')
  await decideLot(inspector, place, { outcome: 'passed', reason: 'nobody can judge these' })
  const page = await lotPage(inspector, place.slug, place.lotId)
  expect(page).toMatchObject({ state: 'passed', claim: null, aftermath: { ratings: 0, tasks: 0 } })
  expect(page.decisions).toMatchObject([
    { outcome: 'passed', by: 'person', reason: 'nobody can judge these' },
  ])
})

test('the page says what a passed lot has shown, and what the panel’s own differences are', async () => {
  const [inspector] = inspectors
  await inspectAll(inspector, place, 4)
  const page = await lotPage(inspector, place.slug, place.lotId)
  expect(page).toMatchObject({
    number: 1,
    state: 'passed',
    errorTolerance: 1,
    claim: { confidence: 0.95, limit: 0.5, errors: 0 },
  })
  expect(page.curve[0]).toEqual({ errorRate: 0, passes: 1 })
  expect(page.outlook.difference).toMatchObject({ rate: 0 })
  expect(page.outlook.difference.pairs).toBeGreaterThan(0)
  expect((await lotQueue(inspector, place.slug)).lots).toMatchObject([{ id: place.lotId, state: 'passed' }])
})
