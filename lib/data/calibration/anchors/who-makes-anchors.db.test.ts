import { beforeEach, expect, test } from 'vitest'
import { makeInspector } from '@/e2e/support/disputed-study'
import { belongTo } from '@/e2e/support/inspectors'
import { openedStudy } from '@/e2e/support/study-factory'
import type { Inspector } from '@/lib/domain/people/actor'
import { operator } from '@/lib/server/operator'
import { db } from '@/lib/data/db'
import { closeStudy, unsealStudy } from '@/lib/data/studies/lifecycle'
import { anchorTasks } from './anchor-tasks'
import { makeAnchors } from './make-anchors'
import { retireAnchor } from './retire-anchor'

let study: Awaited<ReturnType<typeof openedStudy>>
let inspector: Inspector
let other: Inspector

beforeEach(async () => {
  study = await openedStudy({ prompts: 3, models: 2, presentation: 'single' }, 0)
  inspector = await makeInspector()
  other = await makeInspector()
})

const scored = { scores: [3, 3], reason: 'Because' }
const make = async (who: Inspector, taskId: string) => {
  const outputs = { A: { accuracy: scored, style: scored } }
  const { anchors } = await makeAnchors(who, study.slug, { taskId, rubricVersion: 1, outputs })
  return anchors['A'] ?? ''
}
async function listed(who: Inspector): Promise<string[]> {
  const { tasks } = await anchorTasks(who, study.slug, null)
  return tasks.map(({ taskId }) => taskId)
}

test('an inspector of a model’s organization gets none of its outputs to make anchors of, nor to withdraw', async () => {
  await belongTo(inspector, study.modelIds[0])
  const own = await db.taskOutput.findMany({
    where: { output: { modelId: study.modelIds[0] ?? '' }, task: { studyId: study.id } },
  })
  const ownTasks = own.map(({ taskId }) => taskId).sort()
  const all = await listed(other)
  expect((await listed(inspector)).sort()).toEqual(all.filter((id) => !ownTasks.includes(id)).sort())
  const [taskId = ''] = ownTasks
  const refused = { code: 'conflict', message: expect.not.stringContaining('organization') }
  await expect(make(inspector, taskId)).rejects.toMatchObject(refused)
  const anchor = await make(other, taskId)
  expect(await listed(inspector)).not.toContain(taskId)
  await expect(retireAnchor(inspector, study.slug, anchor)).rejects.toMatchObject(refused)
  await retireAnchor(other, study.slug, anchor)
})

test('once the blind is lifted no anchor is withdrawn any more', async () => {
  const [taskId = ''] = await listed(inspector)
  const anchor = await make(inspector, taskId)
  const admin = await operator()
  await closeStudy(admin, study.slug)
  await unsealStudy(admin, study.slug, 'a test')
  await expect(retireAnchor(inspector, study.slug, anchor)).rejects.toMatchObject({ code: 'closed' })
  expect(await db.anchor.findUniqueOrThrow({ where: { id: anchor } })).toMatchObject({ retiredAt: null })
})
