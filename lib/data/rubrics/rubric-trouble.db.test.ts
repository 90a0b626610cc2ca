import { expect, test } from 'vitest'
import { openedStudy } from '@/e2e/support/study-factory'
import { settleTasks } from '@/lib/data/cells/settling/settle-task'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { repairDraft } from '@/lib/domain/quality/rubric-repair/repair-draft'
import { operator } from '@/lib/server/operator'
import { repairRubric } from './repair-rubric'
import { rubricTrouble } from './rubric-trouble'

test('criteria and prompts are listed by what was in dispute, without a model, an output or a score', async () => {
  const admin = await operator()
  const canary = 'kanarie'
  const study = await openedStudy({ prompts: 6, models: 2, k: 2, canary }, 2)
  for (const [who, rater] of study.raters.entries()) {
    for (;;) {
      const { task } = await claimTasks(rater, study.slug, 1)
      if (!task) break
      const about = Number(/Answer (\d+)/.exec(JSON.stringify(task.outputs))?.[1])
      const accuracy = who === 1 && about < 2 ? 5 : 1 + (about % 2)
      await submitRating(rater, study.slug, {
        assignmentId: task.assignmentId,
        idempotencyKey: crypto.randomUUID(),
        comments: {},
        cannotJudge: {},
        dwellMs: 4200,
        scores: Object.fromEntries(
          task.outputs.map(({ label }) => [label, { accuracy, style: 1 + (about % 3) }]),
        ),
      })
    }
  }
  const tasks = await db.task.findMany({
    where: { studyId: study.id },
    include: { outputs: { include: { output: true } } },
  })
  await db.$transaction((tx) =>
    settleTasks(
      tx,
      study.id,
      tasks.map(({ id }) => id),
    ),
  )
  const waiting = await db.waitingCell.findFirstOrThrow({ where: { roundId: tasks[0]?.roundId ?? '' } })
  const arbitration = await db.arbitration.create({
    data: {
      roundId: waiting.roundId,
      outputId: waiting.outputId,
      criterionId: waiting.criterionId,
      kind: 'inspector',
      value: 3,
      byId: admin.id,
    },
  })
  for (const cause of ['slip', 'unclear_rubric'])
    await db.arbitrationCause.create({ data: { arbitrationId: arbitration.id, cause, byId: admin.id } })

  const trouble = await rubricTrouble(admin, study.slug)
  const [accuracy, style] = trouble.criteria
  expect(accuracy).toMatchObject({
    cells: 12,
    disputed: 4,
    causes: { unclear_rubric: 1, slip: 0 },
    alpha: { outputs: 12 },
    since: 1,
  })
  expect(style).toMatchObject({ cells: 12, disputed: 0, alpha: { alpha: 1 } })
  expect(accuracy?.alpha.alpha).toBeLessThan(0.5)
  expect(trouble.prompts.map(({ text, disputed, cells }) => [text, disputed, cells]).toSorted()).toEqual([
    ['Question 0', 2, 4],
    ['Question 1', 2, 4],
  ])
  const text = JSON.stringify(trouble)
  expect(text).not.toContain(canary)
  for (const { outputs } of tasks) for (const { output } of outputs) expect(text).not.toContain(output.id)

  const levels = [1, 2, 3, 4, 5].map((value) => ({
    value,
    label: { zh: `${value} 级`, en: `Level ${value}` },
  }))
  const criteria = ['accuracy', 'style'].map((id) => ({
    id,
    name: { zh: id, en: id },
    levels,
    ...(id === 'accuracy' ? { question: 'Is it true?' } : {}),
  }))
  await repairRubric(admin, study.slug, repairDraft.parse({ version: 1, reason: 'read two ways', criteria }))
  const after = await rubricTrouble(admin, study.slug)
  expect(after.version).toBe(2)
  expect(after.criteria).toMatchObject([
    { cells: 0, disputed: 0, since: 2, alpha: { alpha: null } },
    { cells: 12, disputed: 0, since: 1, alpha: { alpha: 1 } },
  ])
  expect(after.prompts).toEqual([])
})
