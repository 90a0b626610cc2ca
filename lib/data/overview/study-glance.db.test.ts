import { beforeAll, expect, test } from 'vitest'
import { openedStudy } from '@/e2e/support/study-factory'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import type { Admin } from '@/lib/domain/people/actor'
import { operator } from '@/lib/server/operator'
import { auditLog } from './audit-log'
import { previewTask } from './preview'
import { studyGlance } from './study-glance'
import { studyOverviews } from './study-overviews'

let admin: Admin
let study: Awaited<ReturnType<typeof openedStudy>>

/** Four tasks of two ratings; one rater does three of them and keeps the last at the desk. */
beforeAll(async () => {
  admin = await operator()
  study = await openedStudy({ prompts: 4, models: 2, k: 2 }, 2)
  const [rater] = study.raters
  if (!rater) throw new Error('a study with raters')
  for (let turn = 0; turn < 3; turn += 1) {
    const { task } = await claimTasks(rater, study.slug, 1)
    if (!task) throw new Error('work for the first rater')
    const scores = task.outputs.map(({ label }) => [label, { accuracy: 3, style: 3 }])
    await submitRating(rater, study.slug, {
      assignmentId: task.assignmentId,
      idempotencyKey: crypto.randomUUID(),
      scores: Object.fromEntries(scores),
      comments: {},
      cannotJudge: {},
      dwellMs: 30_000,
    })
  }
})

test('a glance counts tasks by the ratings they have had, and what is left', async () => {
  const glance = await studyGlance(admin, study.slug, new Date(Date.now() + 3_600_000))
  expect(glance?.progress).toMatchObject({ tasks: 4, given: 3, wanted: 8, left: 5, reached: [1, 3, 0] })
  expect(glance?.raters.map((rater) => rater.done).sort()).toEqual([0, 3])
  expect(glance?.raters.find((rater) => rater.done === 3)?.secondsPerTask).toBe(30)
  expect(glance?.pace.perHour).toBeCloseTo(3, 1)
  expect(glance?.waiting.needsArbitration).toBe(0)
})

test('the list of studies agrees with the glance', async () => {
  const line = (await studyOverviews(admin)).find((each) => each.slug === study.slug)
  expect(line).toMatchObject({ state: 'open', tasks: 4, complete: 0, active: 2, needsArbitration: null })
})

test('a preview shows the outputs of a prompt in the order that the dice give, and nothing of a model', async () => {
  const task = await previewTask(admin, study.slug, { n: 0, random: () => 0.5 })
  expect(task?.outputs.map((output) => output.label)).toEqual(['A', 'B'])
  const models = await studyModels()
  for (const name of models) expect(JSON.stringify(task)).not.toContain(name)
  expect(await previewTask(admin, study.slug, { n: 4, random: Math.random })).toBeNull()
})

async function studyModels(): Promise<string[]> {
  const rows = await db.judgedModel.findMany({
    where: { study: { slug: study.slug } },
    select: { id: true, key: true },
  })
  return rows.flatMap(({ id, key }) => [id, `"${key}"`])
}

test('a slug that is none is no study', async () => {
  expect(await studyGlance(admin, 'no\u0000slug', new Date())).toBeNull()
})

test('the audit log goes back page by page, newest first, and can be narrowed to a study', async () => {
  const { lines } = await auditLog(admin, { study: study.slug, action: '', before: '' })
  expect(lines.map((line) => line.action)).toContain('study.open')
  expect(lines.every((line) => line.study === study.slug)).toBe(true)
  const sequences = lines.map((line) => BigInt(line.sequence))
  expect(sequences).toEqual(sequences.toSorted((a, b) => (a > b ? -1 : 1)))
  const older = await auditLog(admin, { study: study.slug, action: '', before: lines[0]?.sequence ?? '' })
  expect(older.lines.map((line) => line.sequence)).not.toContain(lines[0]?.sequence)
})
