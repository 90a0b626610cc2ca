import { expect, test } from 'vitest'
import { rateAll, ratingOf, says, settleDue, type Opinion } from '@/e2e/support/disputed-study'
import { fullRating } from '@/e2e/support/rating'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Rater } from '@/lib/domain/people/actor'
import { repairDraft } from '@/lib/domain/quality/rubric-repair/repair-draft'
import { db } from '@/lib/data/db'
import { repairRubric } from '@/lib/data/rubrics/repair-rubric'
import { operator } from '@/lib/server/operator'
import { claimTasks } from './assignments'
import { submitRating } from './ratings'

const at = (raters: Rater[], index: number) => raters[index] as Rater
const openings = (studyId: string) => db.opening.findMany({ where: { task: { studyId } } })
const waiting = (studyId: string) =>
  db.$queryRaw<{ waits: string; because: string | null }[]>`
    SELECT w.waits_for AS waits, w.because FROM waiting_cell w
    JOIN round ON round.id = w.round_id AND round.study_id = ${studyId}::uuid`

/** Two who fall out over the accuracy of the first model's answer, and so many others who may be asked. */
async function disputed(others: number) {
  const study = await openedStudy({ prompts: 1, models: 2, k: 2 }, 2 + others)
  const apartBy =
    (value: number): Opinion =>
    (_, model) => ({ accuracy: model === 0 ? value : 3, style: 3 })
  await rateAll(at(study.raters, 0), study.slug, apartBy(1))
  await rateAll(at(study.raters, 1), study.slug, apartBy(5))
  await settleDue()
  expect(await waiting(study.id)).toEqual([{ waits: 'extra', because: null }])
  return study
}

const cannotSay: Opinion = (_, model) => (model === 0 ? null : { accuracy: 3, style: 3 })

async function handBack(rater: Rater, slug: string): Promise<void> {
  const { task } = await claimTasks(rater, slug, 1)
  if (!task) throw new RangeError('a task')
  await submitRating(rater, slug, { ...fullRating(task), scores: {}, cannotJudge: { task: 'not my field' } })
}

test('an extra rater who cannot judge the disputed output is followed by the next, who settles it', async () => {
  const { id, slug, raters } = await disputed(2)
  expect(await rateAll(at(raters, 2), slug, cannotSay)).toBe(1)
  await settleDue()
  expect(await waiting(id)).toEqual([{ waits: 'extra', because: null }])
  expect(await openings(id)).toMatchObject([{ kind: 'extra', scopeCells: { length: 1 } }])
  expect(await rateAll(at(raters, 3), slug, says(5))).toBe(1)
  await settleDue()
  expect([await waiting(id), await openings(id)]).toEqual([[], []])
})

test('where the last who could be asked cannot judge it, the cell goes on to an inspector, and no slot stays open', async () => {
  const { id, slug, raters } = await disputed(1)
  await rateAll(at(raters, 2), slug, cannotSay)
  await settleDue()
  expect(await waiting(id)).toEqual([{ waits: 'inspector', because: 'nobody_left' }])
  expect(await openings(id)).toEqual([])
})

test('an extra task handed back goes to the next, comes once more to the same, and then on to an inspector', async () => {
  const { id, slug, raters } = await disputed(1)
  await handBack(at(raters, 2), slug)
  await settleDue()
  expect(await waiting(id)).toEqual([{ waits: 'extra', because: null }])
  await handBack(at(raters, 2), slug)
  await settleDue()
  expect(await waiting(id)).toEqual([{ waits: 'inspector', because: 'nobody_left' }])
  expect(await openings(id)).toEqual([])
  expect((await claimTasks(at(raters, 2), slug, 1)).task).toBeNull()
})

const levels = [1, 2, 3, 4, 5].map((value) => ({ value, label: { zh: `${value} 级`, en: `Level ${value}` } }))
const draft = repairDraft.parse({
  version: 1,
  reason: 'read two ways',
  criteria: ['accuracy', 'style'].map((id) => ({
    id,
    name: { zh: id, en: id },
    levels,
    ...(id === 'accuracy' ? { question: { en: 'Better' } } : {}),
  })),
})

test('asked anew after a repair, an output that cannot be judged goes to somebody else, its cells alone, and not for ever', async () => {
  const { id, slug, raters } = await openedStudy({ prompts: 1, models: 2, k: 1 }, 4)
  await rateAll(at(raters, 0), slug, says(3))
  await repairRubric(await operator(), slug, draft)
  const { task } = await claimTasks(at(raters, 0), slug, 1)
  if (!task) throw new RangeError('a task')
  await submitRating(at(raters, 0), slug, ratingOf(task, cannotSay))
  const [open, ...others] = await openings(id)
  expect(others).toEqual([])
  expect(open).toMatchObject({ kind: 'live', scope: [] })
  const accuracy = await db.criterion.findFirstOrThrow({
    where: { key: 'accuracy', rubric: { studyId: id, version: 2 } },
  })
  const { outputId } = await db.taskOutput.findFirstOrThrow({
    where: { task: { studyId: id }, output: { model: { position: 0 } } },
  })
  expect(open?.scopeCells).toEqual([`${outputId}/${accuracy.id}`])
  // One more of k = 1 may be asked in its place; whoever cannot judge it either is the last.
  expect(await rateAll(at(raters, 1), slug, cannotSay)).toBe(1)
  expect(await openings(id)).toEqual([])
})
