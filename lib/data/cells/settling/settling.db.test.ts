import { expect, test } from 'vitest'
import { keptCells, rateAll, says, settleDue, type Opinion } from '@/e2e/support/disputed-study'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Rater } from '@/lib/domain/people/actor'
import { db } from '@/lib/data/db'
import { correctRating, ownRatings } from '@/lib/data/desk/corrections'

const at = (raters: Rater[], index: number) => raters[index] as Rater
const waiting = (studyId: string) =>
  db.$queryRaw<{ waits: string; because: string | null; values: number[] }[]>`
    SELECT w.waits_for AS waits, w.because, w.values FROM waiting_cell w
    JOIN round ON round.id = w.round_id AND round.study_id = ${studyId}::uuid`
const versions = (studyId: string) => db.agreedScore.count({ where: { output: { studyId } } })

/** Far from the others about the accuracy of model 1's answer to the first prompt; else as they are. */
const apartBy =
  (value: number): Opinion =>
  (prompt, model) => ({ accuracy: prompt === 0 && model === 1 ? value : 3, style: 3 })

test('a disputed cell asks one rater more, who sees the whole sheet and scores this cell alone', async () => {
  const study = await openedStudy({ prompts: 2, models: 3, k: 3 }, 4)
  for (const [who, value] of [1, 4, 4].entries())
    await rateAll(at(study.raters, who), study.slug, apartBy(value))
  await settleDue()
  const cells = await keptCells(study.id)
  expect(cells).toHaveLength(12)
  expect(cells.filter(({ status }) => status === 'agreed').every(({ value }) => value === 3)).toBe(true)
  expect(cells.filter(({ status }) => status !== 'agreed')).toMatchObject([
    { prompt: 0, model: 1, criterion: 'accuracy' },
  ])
  expect(await waiting(study.id)).toEqual([{ waits: 'extra', because: null, values: [1, 4, 4] }])
  const openings = await db.opening.findMany({ where: { task: { studyId: study.id } } })
  expect(openings).toMatchObject([{ kind: 'extra', scope: [], replaces: null }])
  expect(openings[0]?.scopeCells).toHaveLength(1)

  // The fourth rater says 5 of everything: of that, only the disputed cell takes notice.
  expect(await rateAll(at(study.raters, 3), study.slug, says(5))).toBe(1)
  await settleDue()
  const after = await keptCells(study.id)
  expect(after.filter(({ value }) => value !== 3)).toMatchObject([
    { prompt: 0, model: 1, criterion: 'accuracy', version: 2, value: 4, provenance: { by: 'majority' } },
  ])
  expect(after.find(({ value }) => value === 4)?.provenance.notCounting).toMatchObject([
    { value: 1, reason: 'outlying' },
  ])
  expect(await waiting(study.id)).toEqual([])
  expect(await versions(study.id)).toBe(13)
})

test('an inspector is asked once the extra ratings are used up, or when nobody is left who could be asked', async () => {
  const used = await openedStudy({ prompts: 1, models: 2, k: 2, protocol: { extraRatings: 1 } }, 4)
  for (const [who, value] of [1, 5, 3].entries()) {
    await rateAll(at(used.raters, who), used.slug, apartBy(value))
    await settleDue()
  }
  expect(await waiting(used.id)).toEqual([{ waits: 'inspector', because: 'extras_used', values: [1, 5, 3] }])
  const alone = await openedStudy({ prompts: 1, models: 2, k: 2 }, 2)
  for (const [who, value] of [1, 5].entries())
    await rateAll(at(alone.raters, who), alone.slug, apartBy(value))
  await settleDue()
  expect(await waiting(alone.id)).toEqual([{ waits: 'inspector', because: 'nobody_left', values: [1, 5] }])
  expect(await db.opening.count({ where: { task: { studyId: alone.id } } })).toBe(0)
})

test('a correction gives a new version; looking again, or at a rating that never came, gives none', async () => {
  const study = await openedStudy({ prompts: 1, models: 2, k: 2 }, 2)
  for (const rater of study.raters) await rateAll(rater, study.slug, says(3))
  await settleDue()
  expect(await versions(study.id)).toBe(4)
  const rater = at(study.raters, 0)
  const { ratings } = await ownRatings(rater, study.slug, null)
  const [own] = ratings
  if (!own) throw new RangeError('an own rating')
  const scores = Object.fromEntries(
    Object.keys(own.scores).map((label) => [label, { accuracy: 3, style: 4 }]),
  )
  const input = { revision: 1, scores, comments: {}, cannotJudge: {}, dwellMs: 1 }
  await correctRating(rater, { slug: study.slug, ratingId: own.ratingId }, input)
  await settleDue()
  const task = await db.task.findFirstOrThrow({ where: { studyId: study.id } })
  await db.chainDue.create({ data: { studyId: study.id, taskId: task.id } })
  await settleDue()
  // The accuracy counts another revision of that rating; its value is the same, and where it comes from is not.
  expect(await versions(study.id)).toBe(8)
  const style = (await keptCells(study.id)).filter(({ criterion }) => criterion === 'style')
  expect(style).toMatchObject([
    { version: 2, value: 3.5 },
    { version: 2, value: 3.5 },
  ])
})

test('of what could not be judged two of three ratings are enough, and one is not', async () => {
  const study = await openedStudy({ prompts: 1, models: 3, k: 3 }, 3)
  const hard =
    (who: number): Opinion =>
    (_, model) =>
      model < who ? null : { accuracy: 4, style: 4 }
  for (const [who, rater] of study.raters.entries()) await rateAll(rater, study.slug, hard(who))
  await settleDue()
  expect(await keptCells(study.id)).toMatchObject([
    { model: 1, criterion: 'accuracy', value: 4 },
    { model: 1, criterion: 'style', value: 4 },
    { model: 2, criterion: 'accuracy', value: 4 },
    { model: 2, criterion: 'style', value: 4 },
  ])
})

test('ratings of an earlier rubric count for a criterion that is carried on, and not for a changed one', async () => {
  const study = await openedStudy({ prompts: 1, models: 2, k: 2 }, 2)
  for (const rater of study.raters) await rateAll(rater, study.slug, says(3))
  const before = await db.rubric.findFirstOrThrow({
    where: { studyId: study.id },
    include: { criteria: true },
  })
  const carriedOn = before.criteria.map(({ id, rubricId: _, question: __, name, levels, ...each }) => ({
    ...each,
    name: name as object,
    levels: levels as object,
    sameAs: each.key === 'style' ? id : null,
  }))
  await db.rubric.create({ data: { studyId: study.id, version: 2, criteria: { create: carriedOn } } })
  await settleDue()
  expect(await keptCells(study.id)).toMatchObject([
    { criterion: 'style', model: 0, value: 3, version: 1 },
    { criterion: 'style', model: 1, value: 3, version: 1 },
  ])
})

test('where a rule takes all cells at once, none is settled and the worker goes on', async () => {
  const study = await openedStudy({ prompts: 1, models: 2, k: 2, protocol: { rule: 'p910' } }, 2)
  for (const [who, value] of [1, 5].entries()) await rateAll(at(study.raters, who), study.slug, says(value))
  await settleDue()
  expect(await versions(study.id)).toBe(0)
  expect(await db.chainDue.count({ where: { studyId: study.id } })).toBe(0)
})
