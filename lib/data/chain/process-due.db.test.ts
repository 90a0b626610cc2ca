import { expect, test } from 'vitest'
import { keptCells, rateAll, says, settleDue } from '@/e2e/support/disputed-study'
import { openedStudy } from '@/e2e/support/study-factory'
import { db } from '@/lib/data/db'
import { processDue } from './process-due'

const due = (studyId: string) => db.chainDue.findMany({ where: { studyId }, orderBy: { sequence: 'asc' } })

test('workers at the same time look at each row once, and a study that one of them is at is left alone', async () => {
  const study = await openedStudy({ prompts: 30, models: 2, k: 2 }, 2)
  for (const rater of study.raters) await rateAll(rater, study.slug, says(3))
  expect(await due(study.id)).toHaveLength(60)
  const outcomes = await Promise.all([processDue(500), processDue(500), processDue(500)])
  expect(outcomes.reduce((sum, { done }) => sum + done, 0)).toBeGreaterThanOrEqual(60)
  expect(outcomes.flatMap(({ failed }) => failed)).toEqual([])
  expect(await due(study.id)).toEqual([])
  const cells = await keptCells(study.id)
  expect(cells).toHaveLength(120)
  expect(cells.every(({ value, version }) => value === 3 && version === 1)).toBe(true)
  expect(await db.agreedScore.count({ where: { output: { studyId: study.id } } })).toBe(120)
})

test('a row that fails stops nobody: it is told, put behind, and comes again later', async () => {
  const study = await openedStudy({ prompts: 2, models: 1, k: 1 }, 1)
  await settleDue()
  // A due row about a study that is none: whoever settles it fails.
  const nobody = '00000000-0000-4000-8000-00000000dead'
  const bad = await db.chainDue.create({ data: { studyId: nobody, taskId: nobody } })
  await db.chainDue.create({ data: { studyId: study.id, taskId: nobody } })
  for (const rater of study.raters) await rateAll(rater, study.slug, says(4))
  const { done, failed } = await processDue(500)
  expect(failed.map(({ due: { sequence } }) => sequence)).toEqual([bad.sequence])
  expect(done).toBe(3)
  expect((await keptCells(study.id)).map(({ value }) => value)).toEqual([4, 4, 4, 4])
  const [later] = await due(nobody)
  expect(later?.sequence).toBeGreaterThan(bad.sequence)
  expect(await processDue(500)).toEqual({ done: 0, failed: [] })
  await db.chainDue.deleteMany({ where: { studyId: nobody } })
})

test('what a killed worker was at is looked at again in full', async () => {
  const study = await openedStudy({ prompts: 1, models: 1, k: 1 }, 1)
  for (const rater of study.raters) await rateAll(rater, study.slug, says(4))
  const killed = db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT sequence FROM chain_due WHERE study_id = ${study.id}::uuid FOR UPDATE`
    await tx.chainDue.deleteMany({ where: { studyId: study.id } })
    expect(await processDue(500)).toMatchObject({ done: 0 })
    throw new RangeError('killed')
  })
  await expect(killed).rejects.toThrow('killed')
  await settleDue()
  expect((await keptCells(study.id)).map(({ value }) => value)).toEqual([4, 4])
})
