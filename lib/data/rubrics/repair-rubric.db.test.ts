import { beforeAll, expect, test } from 'vitest'
import { openedStudy } from '@/e2e/support/study-factory'
import { settleTasks } from '@/lib/data/cells/settling/settle-task'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { changeRules } from '@/lib/data/rules/change-rules'
import { closeStudy } from '@/lib/data/studies/lifecycle'
import { studyStatus } from '@/lib/data/studies/status'
import type { Admin, Rater } from '@/lib/domain/people/actor'
import { repairDraft } from '@/lib/domain/quality/rubric-repair/repair-draft'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { operator } from '@/lib/server/operator'
import { repairRubric } from './repair-rubric'

type Study = Awaited<ReturnType<typeof openedStudy>>
let admin: Admin

beforeAll(async () => {
  admin = await operator()
})

const levels = [1, 2, 3, 4, 5].map((value) => ({ value, label: { zh: `${value} 级`, en: `Level ${value}` } }))

/** The rubric with a better question for these criteria. */
function draftOf(version: number, reworded: string[], ratingsHold = false) {
  const criteria = ['accuracy', 'style'].map((id) => {
    const question = reworded.includes(id) ? { question: { en: `Better, ${version}` }, ratingsHold } : {}
    return { id, name: { zh: id, en: id }, levels, ...question }
  })
  return repairDraft.parse({ version, reason: 'read two ways', criteria })
}

async function send(study: Study, rater: Rater, { task, value = 3 }: { task: BlindTask; value?: number }) {
  const scores = task.outputs.map(({ label }) => [label, { accuracy: value, style: value }])
  const body = {
    comments: {},
    cannotJudge: {},
    dwellMs: 4200,
    scores: Object.fromEntries(scores) as Record<string, Record<string, number>>,
  }
  await submitRating(rater, study.slug, {
    ...body,
    assignmentId: task.assignmentId,
    idempotencyKey: crypto.randomUUID(),
  })
}

async function rate(study: Study, rater: Rater, { most = Infinity, value = 3 } = {}): Promise<number> {
  for (let done = 0; ; done += 1) {
    const { task } = done < most ? await claimTasks(rater, study.slug, 1) : { task: null }
    if (!task) return done
    await send(study, rater, { task, value })
  }
}

/** What rate() has taken along and nobody will send. */
const letGo = (study: Study) => db.$executeRaw`
  WITH gone AS (UPDATE assignment SET status = 'expired', ended_at = now(), lease_until = NULL
    WHERE study_id = ${study.id}::uuid AND status = 'leased' RETURNING task_id, slot, scope_cells)
  INSERT INTO opening (round_id, shuffle_key, task_id, slot, scope_cells, language)
  SELECT t.round_id, nextval('opening_tail'), t.id, gone.slot, gone.scope_cells, t.language FROM gone JOIN task t ON t.id = gone.task_id`

const said = (study: Study) =>
  db.rating.findMany({
    where: { assignment: { studyId: study.id } },
    orderBy: { sequence: 'asc' },
    include: { assignment: true, scores: { orderBy: [{ outputId: 'asc' }, { criterionId: 'asc' }] } },
  })

async function settle(study: Study) {
  const tasks = await db.task.findMany({ where: { studyId: study.id }, select: { id: true } })
  await db.$transaction((tx) =>
    settleTasks(
      tx,
      study.id,
      tasks.map(({ id }) => id),
    ),
  )
  return db.agreedScore.findMany({
    where: { output: { studyId: study.id } },
    include: { criterion: { include: { rubric: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
}

test('only affected cells are rated anew; what was agreed on the others stands, and every old rating is as it was', async () => {
  const study = await openedStudy({ prompts: 3, models: 2, k: 2 }, 2)
  for (const rater of study.raters) await rate(study, rater)
  const before = await said(study)
  const agreed = await settle(study)
  expect(agreed).toHaveLength(12)
  expect(await repairRubric(admin, study.slug, draftOf(1, ['accuracy']))).toEqual({
    version: 2,
    anew: ['accuracy'],
    wording: [],
    opened: 6,
    anchors: 0,
    recalibrated: 0,
    toRecalibrate: 0,
  })
  const openings = await db.opening.findMany({
    where: { task: { studyId: study.id } },
    include: { task: { include: { outputs: true } } },
  })
  const { criteria } = await db.rubric.findFirstOrThrow({
    where: { studyId: study.id, version: 2 },
    include: { criteria: true },
  })
  const [accuracy, style] = ['accuracy', 'style'].map((key) => criteria.find((each) => each.key === key))
  expect([accuracy?.sameAs, style?.sameAs]).toEqual([
    null,
    before[0]?.scores && agreed.find(({ criterion }) => criterion.key === 'style')?.criterionId,
  ])
  for (const { scopeCells, task, kind } of openings) {
    expect(kind).toBe('live')
    expect(scopeCells.toSorted()).toEqual(
      task.outputs.map(({ outputId }) => `${outputId}/${accuracy?.id}`).toSorted(),
    )
  }
  expect(await studyStatus(admin, study.slug)).toMatchObject({ tasks: 3, complete: 0 })
  // Those who rated before may rate again, once.
  for (const rater of study.raters) expect(await rate(study, rater, { value: 5 })).toBe(3)
  expect(await studyStatus(admin, study.slug)).toMatchObject({ tasks: 3, complete: 3 })
  expect((await said(study)).slice(0, before.length)).toEqual(before)
  const after = await settle(study)
  expect(after.slice(0, agreed.length)).toEqual(agreed)
  const now = after.filter(({ criterion }) => criterion.rubric.version === 2)
  expect(now.filter(({ criterion }) => criterion.key === 'style').map(({ value }) => value)).toEqual(
    Array(6).fill(3),
  )
  expect(now.filter(({ criterion }) => criterion.key === 'accuracy').map(({ value }) => value)).toEqual(
    Array(6).fill(5),
  )
})

test('a task half rated is asked for what is missing, under the new version, and nobody rates the whole of it twice', async () => {
  const study = await openedStudy({ prompts: 1, models: 2, k: 3 }, 3)
  const [one, two, three] = study.raters
  if (!one || !two || !three) throw new RangeError('three raters')
  await rate(study, one)
  expect(await repairRubric(admin, study.slug, draftOf(1, ['accuracy']))).toMatchObject({ opened: 1 })
  expect(await rate(study, one)).toBe(1)
  const [, again] = await said(study)
  expect(again?.assignment.scopeCells).toHaveLength(2)
  expect((await rate(study, two)) + (await rate(study, three))).toBe(2)
  const version2 = (await settle(study)).filter(({ criterion }) => criterion.rubric.version === 2)
  expect(version2.map(({ status }) => status)).toEqual(Array(4).fill('agreed'))
  for (const { provenance } of version2) expect(provenance).toMatchObject({ counting: { length: 3 } })
})

test('a lease in flight is sent under the old version, counts for what has not changed, and is made up for', async () => {
  const study = await openedStudy({ prompts: 1, models: 1, k: 1 }, 1)
  const [one] = study.raters
  if (!one) throw new RangeError('a rater')
  const { task } = await claimTasks(one, study.slug, 1)
  if (!task) throw new RangeError('work')
  expect(await repairRubric(admin, study.slug, draftOf(1, ['accuracy']))).toMatchObject({ opened: 1 })
  await send(study, one, { task, value: 2 })
  expect((await claimTasks(one, study.slug, 1)).task?.rubric.version).toBe(2)
  await rate(study, one, { value: 4 })
  const scores = (await settle(study)).map(({ criterion, value }) => [
    criterion.key,
    criterion.rubric.version,
    value,
  ])
  expect(scores.toSorted()).toEqual([
    ['accuracy', 2, 4],
    ['style', 2, 2],
  ])
})

test('other words for the same question reopen nothing, and anchors hold', async () => {
  const study = await openedStudy({ prompts: 1, models: 1, k: 2 }, 1)
  const [one] = study.raters
  if (one) await rate(study, one)
  const { task, rubricId } = await db.assignment.findFirstOrThrow({
    where: { studyId: study.id },
    include: { task: { include: { outputs: true } } },
  })
  const { taskId = '', outputId = '' } = task.outputs[0] ?? {}
  await db.anchor.create({
    data: { studyId: study.id, taskId, outputId, rubricId, cells: [], byId: admin.id },
  })
  const done = await repairRubric(admin, study.slug, draftOf(1, ['style'], true))
  expect(done).toMatchObject({ version: 2, anew: [], wording: ['style'], opened: 0, anchors: 1 })
  expect(await db.opening.count({ where: { task: { studyId: study.id } } })).toBe(1)
})

test('a criterion repaired twice is asked for under the last version alone, and k may change in between', async () => {
  const study = await openedStudy({ prompts: 2, models: 1, k: 1 }, 3)
  const [one] = study.raters
  if (one) await rate(study, one)
  await repairRubric(admin, study.slug, draftOf(1, ['accuracy']))
  await changeRules(admin, study.slug, { ratings_per_task: 2 })
  const second = draftOf(2, ['accuracy', 'style'])
  await repairRubric(admin, study.slug, second)
  const live = await db.opening.findMany({ where: { task: { studyId: study.id } } })
  const roots = await db.criterion.findMany({ where: { rubric: { studyId: study.id, version: 3 } } })
  expect(
    live
      .flatMap(({ scopeCells }) => scopeCells.map((cell) => cell.split('/')[1]))
      .every((id) => roots.some((each) => each.id === id)),
  ).toBe(true)
  for (const rater of study.raters) await rate(study, rater)
  await letGo(study)
  const version3 = (await settle(study)).filter(({ criterion }) => criterion.rubric.version === 3)
  for (const { provenance } of version3)
    expect(provenance).toMatchObject({ status: 'agreed', counting: { length: 2 } })
  expect(version3).toHaveLength(4)
})

test('raters who claim while the rubric changes leave every cell with its k ratings', async () => {
  const study = await openedStudy({ prompts: 12, models: 1, k: 2 }, 4)
  const work = study.raters.map((rater) => rate(study, rater, { most: 5 }))
  await repairRubric(admin, study.slug, draftOf(1, ['accuracy']))
  await Promise.all(work)
  for (const rater of study.raters) await rate(study, rater)
  const version2 = (await settle(study)).filter(({ criterion }) => criterion.rubric.version === 2)
  expect(version2).toHaveLength(24)
})

test('an old version, nothing changed, a draft and a closed study are refused, and nothing is written', async () => {
  const study = await openedStudy({ prompts: 1 }, 0)
  await expect(repairRubric(admin, study.slug, draftOf(1, []))).rejects.toMatchObject({ code: 'invalid' })
  await expect(repairRubric(admin, study.slug, draftOf(2, ['style']))).rejects.toMatchObject({
    code: 'conflict',
  })
  await closeStudy(admin, study.slug)
  await expect(repairRubric(admin, study.slug, draftOf(1, ['style']))).rejects.toMatchObject({
    code: 'closed',
  })
  expect(await db.rubric.count({ where: { studyId: study.id } })).toBe(1)
})
