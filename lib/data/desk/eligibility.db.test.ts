import { expect, test } from 'vitest'
import { fullRating } from '@/e2e/support/rating'
import { makeRaters, makeStudy, openedStudy } from '@/e2e/support/study-factory'
import { db } from '@/lib/data/db'
import { openStudy } from '@/lib/data/studies/lifecycle'
import type { Rater } from '@/lib/domain/people/actor'
import { operator } from '@/lib/server/operator'
import { claimTasks } from './assignments'
import { submitRating } from './ratings'

type Declared = { languages?: string[]; skills?: string[] }

async function declare(rater: Rater | undefined, { languages = [], skills = [] }: Declared): Promise<Rater> {
  if (!rater) throw new Error('a rater')
  await db.person.create({
    data: { accountId: rater.id, login: `eligible-${rater.id}`, name: 'Rater', languages, skills },
  })
  return rater
}

/** The languages of all tasks this rater is offered, one after another. */
async function offered(rater: Rater, slug: string): Promise<string[]> {
  const languages: string[] = []
  for (;;) {
    const { task } = await claimTasks(rater, slug, 1)
    if (!task) return languages.sort()
    languages.push(task.language)
    await submitRating(rater, slug, fullRating(task))
  }
}

test('a rater is offered the own languages and what has none, and everything where none are declared', async () => {
  const languages = ['zh-CN', 'en', 'de', 'und']
  const { slug, raters } = await openedStudy(
    { prompts: 8, k: 3, language: (at) => languages[at % 4] ?? '' },
    2,
  )
  const chinese = await declare(raters[0], { languages: ['zh'] })
  const anything = await declare(raters[1], {})
  expect(await offered(chinese, slug)).toEqual(['und', 'und', 'zh-CN', 'zh-CN'])
  expect(await offered(anything, slug)).toHaveLength(8)
})

test('skills have to match where a prompt asks for them', async () => {
  const { slug, raters } = await openedStudy({ prompts: 2, skills: ['law'] }, 2)
  const layman = await declare(raters[0], { skills: ['medicine'] })
  const lawyer = await declare(raters[1], { skills: ['law', 'medicine'] })
  expect(await offered(layman, slug)).toEqual([])
  expect(await offered(lawyer, slug)).toHaveLength(2)
})

test('nobody gets a task with a model of the own organization, and learns nothing from it', async () => {
  const lab = await db.organization.create({ data: { name: 'Lab' } })
  const study = await makeStudy({
    prompts: 3,
    models: 2,
    presentation: 'single',
    organizationIds: [lab.id, null],
  })
  await openStudy(await operator(), study.slug)
  const [free, bound, past] = await makeRaters(study.slug, 3)
  for (const [rater, until] of [
    [bound, null],
    [past, new Date('2020-01-01')],
  ] as const) {
    if (rater) await db.affiliation.create({ data: { accountId: rater.id, organizationId: lab.id, until } })
  }
  if (!free || !bound || !past) throw new Error('raters')
  expect(await offered(bound, study.slug)).toHaveLength(3)
  expect(await offered(past, study.slug)).toHaveLength(6)
  expect(await offered(free, study.slug)).toHaveLength(6)

  const sheets = await openedStudy({ prompts: 3, models: 2, organizationIds: [lab.id, null] }, 1)
  const [member] = sheets.raters
  if (!member) throw new Error('a rater')
  await db.affiliation.create({ data: { accountId: member.id, organizationId: lab.id } })
  expect(await claimTasks(member, sheets.slug, 1)).toEqual({
    task: null,
    tasks: [],
    progress: { done: 0, left: 0 },
  })
})

test('work is balanced over abilities from the first task on', async () => {
  const { slug, raters } = await openedStudy({ prompts: 60, k: 3, abilities: ['a', 'b', 'c'] }, 1)
  const [rater] = raters
  if (!rater) throw new Error('a rater')
  for (let turn = 0; turn < 15; turn++) {
    const { task } = await claimTasks(rater, slug, 1)
    if (task) await submitRating(rater, slug, fullRating(task))
  }
  const counts = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM assignment a JOIN task t ON t.id = a.task_id JOIN prompt p ON p.id = t.prompt_id
    JOIN study st ON st.id = a.study_id AND st.slug = ${slug} AND a.status = 'submitted' GROUP BY p.abilities[1]`
  expect(counts).toHaveLength(3)
  for (const { n } of counts) expect(Math.abs(n - 5)).toBeLessThanOrEqual(1)
})

test('a paused study hands out nothing new, and takes what is held', async () => {
  const { slug, raters } = await openedStudy({ prompts: 5 }, 1)
  const [rater] = raters
  if (!rater) throw new Error('a rater')
  const { task } = await claimTasks(rater, slug, 1)
  if (!task) throw new Error('a task')
  const { pauseStudy, closeStudy } = await import('@/lib/data/studies/lifecycle')
  await pauseStudy(await operator(), slug)
  const answer = await submitRating(rater, slug, fullRating(task))
  expect(answer).toMatchObject({ saved: { revision: 1 }, task: null })
  await closeStudy(await operator(), slug)
  await expect(claimTasks(rater, slug, 1)).rejects.toMatchObject({ code: 'closed' })
})
