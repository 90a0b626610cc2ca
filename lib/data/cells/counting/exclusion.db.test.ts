import { beforeAll, expect, test } from 'vitest'
import { keptCells, makeInspector, rateAll, ratingOf, says, settleDue } from '@/e2e/support/disputed-study'
import { makeRaters, openedStudy } from '@/e2e/support/study-factory'
import type { Inspector, Rater } from '@/lib/domain/people/actor'
import { operator } from '@/lib/server/operator'
import { arbitrationQueue } from '@/lib/data/arbitration/queue'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { closeStudy, unsealStudy } from '@/lib/data/studies/lifecycle'
import { countAgain, stopCounting } from './counting'
import { excludeRater, restoreRater } from './exclusion'
import { exclusionOutlook } from './exclusion-outlook'

let inspector: Inspector
beforeAll(async () => {
  inspector = await makeInspector()
})

type Study = Awaited<ReturnType<typeof openedStudy>>
const at = (study: Study, index: number) => study.raters[index] as Rater
const enrolmentOf = (study: Study, rater: Rater) =>
  db.enrolment.findUniqueOrThrow({ where: { studyId_raterId: { studyId: study.id, raterId: rater.id } } })

async function act(how: typeof excludeRater, study: Study, rater: Rater) {
  const { pseudonym } = await enrolmentOf(study, rater)
  return how(inspector, study.slug, { rater: pseudonym, reason: 'scores do not follow the texts' })
}
const exclude = (study: Study, rater: Rater) => act(excludeRater, study, rater)
const restore = (study: Study, rater: Rater) => act(restoreRater, study, rater)
const openings = (study: Study) => db.opening.findMany({ where: { task: { studyId: study.id } } })
const valuesOf = async (study: Study) => (await keptCells(study.id)).map(({ value }) => value)

test('an exclusion in the middle of a task keeps what was sent, refuses what was not, and reopens both', async () => {
  const study = await openedStudy({ prompts: 2, models: 2, k: 2 }, 3)
  const rater = at(study, 0)
  const { task } = await claimTasks(rater, study.slug, 1)
  if (!task) throw new RangeError('a task')
  const first = ratingOf(task, says(2))
  const { saved } = await submitRating(rater, study.slug, first)
  const { task: held } = await claimTasks(rater, study.slug, 1)
  if (!held) throw new RangeError('a second task')
  await rateAll(at(study, 1), study.slug, says(2))
  await settleDue()
  expect(await valuesOf(study)).toEqual([2, 2, 2, 2])
  expect(await exclusionOutlook(inspector, study.slug, (await enrolmentOf(study, rater)).pseudonym)).toEqual({
    ratings: 1,
    slots: 1,
    raters: 2,
    scores: { changed: 0, lost: 4, gained: 0 },
  })

  expect(await exclude(study, rater)).toEqual({ ratings: 1, tasks: 1, reopened: 1 })
  await expect(submitRating(rater, study.slug, ratingOf(held, says(2)))).rejects.toMatchObject({
    name: 'UserError',
  })
  // Sent again under its key, what was saved is answered as saved.
  const again = await submitRating(rater, study.slug, first).catch((error: unknown) => error)
  expect(again).toMatchObject('saved' in Object(again) ? { saved } : { name: 'UserError' })
  expect(await db.rating.count({ where: { assignment: { studyId: study.id, raterId: rater.id } } })).toBe(1)
  const cells = await keptCells(study.id)
  expect(cells).toHaveLength(4)
  for (const { status, value, version, provenance } of cells) {
    expect([status, value, version, provenance.status]).toEqual(['needs_arbitration', null, 2, 'incomplete'])
    expect(provenance.notCounting).toEqual([{ ratingId: saved?.ratingId, value: 2, reason: 'excluded' }])
  }
  const free = await openings(study)
  expect(free.map(({ kind, replaces }) => [kind, replaces !== null])).toEqual(
    expect.arrayContaining([
      ['live', true],
      ['live', false],
    ]),
  )
  expect(free).toHaveLength(2)
  expect(await rateAll(at(study, 2), study.slug, says(4))).toBe(2)
  await settleDue()
  expect(await db.assignment.count({ where: { studyId: study.id, status: 'submitted', kind: 'live' } })).toBe(
    5,
  )
})

test('restored, a rating counts again; a free slot that stood in for it is withdrawn, a taken one stays and counts too', async () => {
  const study = await openedStudy({ prompts: 3, models: 1, k: 2 }, 2)
  for (const rater of study.raters) await rateAll(rater, study.slug, says(3))
  await settleDue()
  await exclude(study, at(study, 0))
  expect(await openings(study)).toHaveLength(3)
  const [third] = await makeRaters(study.slug, 1)
  if (!third) throw new RangeError('a rater')
  const { task } = await claimTasks(third, study.slug, 1)
  if (!task) throw new RangeError('a task')
  await submitRating(third, study.slug, ratingOf(task, says(4)))
  const { task: held } = await claimTasks(third, study.slug, 1)
  expect(await restore(study, at(study, 0))).toEqual({ ratings: 3, tasks: 3, reopened: 1 })
  expect(await openings(study)).toEqual([])
  if (held) await submitRating(third, study.slug, ratingOf(held, says(4)))
  await settleDue()
  const counting = (await keptCells(study.id)).map(({ provenance }) => provenance.counting.length)
  expect(counting.toSorted()).toEqual([2, 2, 3, 3, 3, 3])
  expect(await valuesOf(study)).toEqual([3, 3, 3, 3, 3, 3])
  expect(await enrolmentOf(study, at(study, 0))).toMatchObject({ state: 'active' })
  const acts = await db.enrolmentAct.findMany({ where: { studyId: study.id }, orderBy: { sequence: 'asc' } })
  expect(acts.map((each) => each.act)).toEqual(['excluded', 'restored'])
})

test('everybody may be excluded: nothing is lost, cells have no score, and the queue knows that nobody is left', async () => {
  const study = await openedStudy({ prompts: 1, models: 2, k: 2, protocol: { extraRatings: 2 } }, 3)
  await rateAll(at(study, 0), study.slug, says(1))
  await rateAll(at(study, 1), study.slug, says(5))
  await settleDue()
  expect((await arbitrationQueue(inspector, study.slug)).waiting).toMatchObject({ extra: 4, inspector: 0 })
  await exclude(study, at(study, 2))
  const queue = await arbitrationQueue(inspector, study.slug)
  expect(queue).toMatchObject({
    waiting: { extra: 0, inspector: 4 },
    cases: [{ because: 'nobody_left', cells: 4 }],
  })
  await exclude(study, at(study, 0))
  await exclude(study, at(study, 1))
  expect(await arbitrationQueue(inspector, study.slug)).toMatchObject({
    waiting: { ratings: 4, extra: 0, inspector: 0, agreed: 0 },
    cases: [],
  })
  expect(await valuesOf(study)).toEqual([null, null, null, null])
  expect(await db.rating.count({ where: { assignment: { studyId: study.id } } })).toBe(2)
  await restore(study, at(study, 0))
  await restore(study, at(study, 1))
  expect((await arbitrationQueue(inspector, study.slug)).waiting).toMatchObject({ inspector: 4 })
})

test('excluding twice, restoring one who is not excluded, no reason, and a lifted blind are refused', async () => {
  const study = await openedStudy({ prompts: 1, models: 1, k: 1 }, 1)
  const rater = at(study, 0)
  await rateAll(rater, study.slug, says(3))
  await expect(restore(study, rater)).rejects.toMatchObject({ code: 'conflict' })
  const both = await Promise.allSettled([exclude(study, rater), exclude(study, rater)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
  const { pseudonym } = await enrolmentOf(study, rater)
  await expect(excludeRater(inspector, study.slug, { rater: pseudonym, reason: ' ' })).rejects.toMatchObject({
    code: 'invalid',
  })
  await expect(excludeRater(inspector, study.slug, { rater: 'r-nobody', reason: 'x' })).rejects.toMatchObject(
    { code: 'not_found' },
  )
  await settleDue()
  await closeStudy(await operator(), study.slug)
  await restore(study, rater)
  await exclude(study, rater)
  // Nothing opens in a closed study.
  expect(await openings(study)).toEqual([])
  await unsealStudy(await operator(), study.slug, 'a test')
  await expect(restore(study, rater)).rejects.toMatchObject({ code: 'closed' })
})

test('a failed lot and an exclusion about one rating are undone each on its own', async () => {
  const study = await openedStudy({ prompts: 1, models: 2, k: 1 }, 2)
  const rater = at(study, 0)
  await rateAll(rater, study.slug, says(3))
  await settleDue()
  const rating = await db.rating.findFirstOrThrow({ where: { assignment: { studyId: study.id } } })
  const change = (outputs: string[] | null) => ({
    by: inspector.id,
    reason: 'lot_failed',
    ratings: [{ ratingId: rating.id, outputs }],
  })
  await db.$transaction((tx) => stopCounting(tx, change(null)))
  await db.$transaction((tx) => stopCounting(tx, change(null)))
  expect((await openings(study)).map(({ kind, scope }) => [kind, scope.length])).toEqual([['extra', 2]])
  await exclude(study, rater)
  expect((await openings(study)).map(({ kind }) => kind)).toEqual(['live'])
  await db.$transaction((tx) => countAgain(tx, change(null)))
  expect(await valuesOf(study)).toEqual([null, null, null, null])
  await restore(study, rater)
  expect(await valuesOf(study)).toEqual([3, 3, 3, 3])
  expect(await openings(study)).toEqual([])
  const { outputId } = await db.score.findFirstOrThrow({ where: { ratingId: rating.id } })
  await exclude(study, rater)
  await db.$transaction((tx) => stopCounting(tx, change([outputId])))
  await restore(study, rater)
  expect((await openings(study)).map(({ kind, scope }) => [kind, scope])).toEqual([['extra', [outputId]]])
  expect((await valuesOf(study)).toSorted()).toEqual([3, 3, null, null])
})

test('while raters send and claim, an exclusion misses no rating that was acknowledged, and k holds', async () => {
  const study = await openedStudy({ prompts: 12, models: 1, k: 2 }, 4)
  const rater = at(study, 0)
  const sent: string[] = []
  const working = (async () => {
    for (;;) {
      const { task } = await claimTasks(rater, study.slug, 2)
      if (!task) return
      const { saved } = await submitRating(rater, study.slug, ratingOf(task, says(3)))
      if (saved) sent.push(saved.ratingId)
    }
  })().catch((error: unknown) => error)
  const others = [1, 2, 3].map((index) => rateAll(at(study, index), study.slug, says(3)))
  await exclude(study, rater)
  await working
  await Promise.all(others)
  await Promise.all([settleDue(), settleDue()])
  expect(
    await db.assignment.count({ where: { studyId: study.id, raterId: rater.id, status: 'leased' } }),
  ).toBe(0)
  const ratings = await db.rating.findMany({
    where: { assignment: { studyId: study.id, raterId: rater.id } },
    include: { decisions: true },
  })
  expect(ratings.map(({ id }) => id).toSorted()).toEqual(sent.toSorted())
  expect(ratings.every(({ decisions }) => decisions.length === 1 && decisions[0]?.counts === false)).toBe(
    true,
  )
  // Others may have found the line empty before the slots came back.
  for (const index of [1, 2, 3]) await rateAll(at(study, index), study.slug, says(3))
  await settleDue()
  const cells = await keptCells(study.id)
  expect(cells.map(({ value, provenance }) => [value, provenance.counting.length])).toEqual(
    cells.map(() => [3, 2]),
  )
  expect(cells).toHaveLength(24)
})
