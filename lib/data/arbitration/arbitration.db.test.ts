import { beforeEach, expect, test } from 'vitest'
import {
  answerAt,
  keptCells,
  makeInspector,
  rateAll,
  settleDue,
  type Opinion,
} from '@/e2e/support/disputed-study'
import { makeRaters, openedStudy } from '@/e2e/support/study-factory'
import type { Inspector, Rater } from '@/lib/domain/people/actor'
import type { ArbitrationTask } from '@/lib/domain/quality/views/arbitration-view'
import { operator } from '@/lib/server/operator'
import { settleTasks } from '@/lib/data/cells/settling/settle-task'
import { excludeRater, restoreRater } from '@/lib/data/cells/counting/exclusion'
import { waitingChain } from '@/lib/data/chain/waiting-chain'
import { db } from '@/lib/data/db'
import { ownRatings } from '@/lib/data/desk/corrections'
import { closeStudy, unsealStudy } from '@/lib/data/studies/lifecycle'
import { claimCase } from './claim-case'
import { decideCase } from './decide-case'
import { nameCause } from './name-cause'
import { arbitrationQueue } from './queue'

const canary = 'zaunkoenig'
let study: Awaited<ReturnType<typeof openedStudy>>
let inspector: Inspector
let other: Inspector

/** The first prompt is disputed in two cells, by 4 and by 2 steps, the second in one by 3; the third not at all. */
const opinions: Opinion[] = [
  (prompt, model) => ({ accuracy: 1, style: prompt === 0 && model === 2 ? 2 : 1 }),
  (prompt, model) => ({
    accuracy: prompt === 0 && model === 0 ? 5 : prompt === 1 && model === 1 ? 4 : 1,
    style: prompt === 0 && model === 2 ? 4 : 1,
  }),
]

beforeEach(async () => {
  study = await openedStudy({ prompts: 3, models: 4, k: 2, canary }, 2)
  for (const [who, opinion] of opinions.entries())
    await rateAll(study.raters[who] as Rater, study.slug, opinion)
  await settleDue()
  inspector = await makeInspector()
  other = await makeInspector()
})

const queue = (who = inspector) => arbitrationQueue(who, study.slug)
async function claimed(who = inspector, caseId?: string): Promise<ArbitrationTask> {
  const task = await claimCase(who, study.slug, caseId)
  if (!task) throw new RangeError('a case')
  return task
}
const everywhere = (keys: string[], value: number) => Object.fromEntries(keys.map((key) => [key, value]))
const valuesOf = ({ asked }: ArbitrationTask, value: number) =>
  Object.fromEntries(Object.entries(asked).map(([label, keys]) => [label, everywhere(keys, value)]))
const decide = (task: ArbitrationTask, value: number, who = inspector) =>
  decideCase(who, study.slug, { caseId: task.caseId, values: valuesOf(task, value) })

test('the queue puts the most consequential case first; a case shows the disputed outputs and asks for their cells alone', async () => {
  const { cases, waiting, decided } = await queue()
  expect(cases.map(({ cells, consequence, held }) => [cells, consequence, held])).toEqual([
    [2, 1.5, 'free'],
    [1, 0.75, 'free'],
  ])
  expect(waiting).toEqual({ ratings: 0, extra: 0, inspector: 3, meeting: 0, agreed: 21, decided: 0 })
  expect(decided).toBe(0)
  const task = await claimed()
  expect(task.caseId).toBe(cases[0]?.caseId)
  const asked = Object.entries(task.asked).map(([label, keys]) => ({ ...answerAt(task.task, label), keys }))
  expect(asked.toSorted((a, b) => a.model - b.model)).toEqual([
    { prompt: 0, model: 0, keys: ['accuracy'] },
    { prompt: 0, model: 2, keys: ['style'] },
  ])
  expect(task.task.outputs).toHaveLength(2)
  expect((await queue()).cases[0]?.held).toBe('mine')
  expect((await queue(other)).cases[0]?.held).toBe('taken')
  expect((await claimed(other)).caseId).toBe(cases[1]?.caseId)
  await expect(claimCase(other, study.slug, task.caseId)).rejects.toMatchObject({ code: 'conflict' })
  expect(await claimed()).toEqual({ ...task, task: { ...task.task, leaseUntil: expect.any(String) } })
})

test('until the decision no byte tells of a rater, a model, a rating or an id of either', async () => {
  const bytes = JSON.stringify([await queue(), await claimed(), await waitingChain(inspector, study.slug)])
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
  expect(bytes).not.toMatch(/"(values|ratings|scores)":\[/)
})

test('a decision settles its cells at once, locks the ratings behind it, and is kept as an inspection', async () => {
  const task = await claimed()
  const done = await decide(task, 3)
  expect(
    done.cells.map(({ value, stands, ratings }) => [value, stands, ratings.map((each) => each.value)]),
  ).toEqual(
    expect.arrayContaining([
      [3, true, [1, 5]],
      [3, true, [2, 4]],
    ]),
  )
  expect(JSON.stringify(done)).not.toContain(canary)
  const kept = (await keptCells(study.id)).filter(({ value }) => value === 3)
  expect(kept.map(({ provenance }) => [provenance.by, provenance.counting])).toEqual([
    ['inspector', []],
    ['inspector', []],
  ])
  expect((await queue()).waiting).toMatchObject({ inspector: 1, decided: 2, agreed: 21 })
  const [assignment] = await db.assignment.findMany({
    where: { studyId: study.id, raterId: inspector.id },
    include: { ratings: { include: { scores: true } } },
  })
  expect(assignment).toMatchObject({ kind: 'inspection', status: 'submitted' })
  expect(assignment?.ratings[0]?.scores.map(({ value }) => value)).toEqual([3, 3])
  const { ratings } = await ownRatings(study.raters[0] as Rater, study.slug, null)
  expect(ratings.some(({ locked }) => locked)).toBe(true)
  const [first] = done.cells
  await nameCause(inspector, study.slug, { arbitrationId: first?.arbitrationId ?? '', cause: 'taste' })
  await expect(
    nameCause(other, study.slug, { arbitrationId: first?.arbitrationId ?? '', cause: 'slip' }),
  ).rejects.toMatchObject({ code: 'not_found' })
  // A decision is about the output: whatever becomes of the ratings, it stands, and looking again changes nothing.
  const versions = await db.agreedScore.count({ where: { output: { studyId: study.id } } })
  const tasks = await db.task.findMany({ where: { studyId: study.id }, select: { id: true } })
  await db.$transaction((tx) =>
    settleTasks(
      tx,
      study.id,
      tasks.map(({ id }) => id),
    ),
  )
  expect(await db.agreedScore.count({ where: { output: { studyId: study.id } } })).toBe(versions)
})

test('of two inspectors on one case the first stands, the later is on record and told', async () => {
  const mine = await claimed()
  await db.arbitrationLease.updateMany({ where: { inspectorId: inspector.id }, data: { until: new Date(0) } })
  const theirs = await claimed(other)
  expect(theirs.caseId).toBe(mine.caseId)
  const both = await Promise.all([decide(mine, 2), decide(theirs, 5, other)])
  const standing = both.map(({ cells }) => cells.every(({ stands }) => stands))
  expect(standing.toSorted()).toEqual([false, true])
  expect(both.flatMap(({ cells }) => cells.map(({ stands }) => stands)).filter(Boolean)).toHaveLength(2)
  expect(await db.arbitration.count({ where: { byId: { in: [inspector.id, other.id] } } })).toBe(4)
  const stands = standing[0] ? 2 : 5
  const kept = (await keptCells(study.id)).filter(({ provenance }) => provenance.by === 'inspector')
  expect(kept.map(({ value, version }) => [value, version])).toEqual([
    [stands, 2],
    [stands, 2],
  ])
})

test('a value off the scale, one that is missing and one for something else are refused, each by its field', async () => {
  const task = await claimed()
  const [first = '', second = ''] = Object.keys(task.asked)
  const values = { [first]: { [task.asked[first]?.[0] ?? '']: 7 }, Z: { accuracy: 3 } }
  const refused = await decideCase(inspector, study.slug, { caseId: task.caseId, values }).catch(
    (error: unknown) => error,
  )
  expect(refused).toMatchObject({
    code: 'invalid',
    more: {
      fields: {
        [`values.${first}.${task.asked[first]?.[0]}`]: '7 came, expected 1 to 5 in steps of 1',
        'values.Z.accuracy': 'names no cell of this case',
        [`values.${second}.${task.asked[second]?.[0]}`]: 'nothing came, expected a level',
      },
    },
  })
  await expect(decideCase(inspector, study.slug, { caseId: 'f'.repeat(32), values })).rejects.toMatchObject({
    code: 'not_found',
  })
  const one = { minutes: 'We talked.', present: ['Li', 'Li'] }
  await expect(
    decideCase(inspector, study.slug, { caseId: task.caseId, values: valuesOf(task, 3), meeting: one }),
  ).rejects.toMatchObject({ code: 'invalid' })
  expect(await db.arbitration.count({ where: { byId: inspector.id } })).toBe(0)
})

test('a meeting decides where the rules say so, with its minutes and who was there', async () => {
  const protocol = await db.protocol.findFirstOrThrow({ where: { studyId: study.id } })
  const { id: _, version: __, createdAt: ___, ...same } = protocol
  const settings = {
    checks: {},
    spotCheck: {},
    calibration: {},
    monitors: {},
    arbitration: { last: 'meeting' },
  }
  await db.protocol.create({ data: { ...same, ...settings, version: 2 } })
  const tasks = await db.task.findMany({ where: { studyId: study.id }, select: { id: true } })
  await db.$transaction((tx) =>
    settleTasks(
      tx,
      study.id,
      tasks.map(({ id }) => id),
    ),
  )
  const task = await claimed()
  await expect(decide(task, 3)).rejects.toMatchObject({
    code: 'invalid',
    more: { fields: { meeting: expect.any(String) } },
  })
  const meeting = { minutes: 'The reference was read again.', present: ['Li', 'Wang'] }
  const done = await decideCase(inspector, study.slug, {
    caseId: task.caseId,
    values: valuesOf(task, 4),
    meeting,
  })
  expect(done.cells.every(({ stands }) => stands)).toBe(true)
  expect(await db.assignment.count({ where: { raterId: inspector.id } })).toBe(0)
  const kept = (await keptCells(study.id)).find(({ provenance }) => provenance.by === 'meeting')
  expect(kept).toMatchObject({
    value: 4,
    provenance: { arbitration: { decision: { present: ['Li', 'Wang'] } } },
  })
})

test('a case whose cells were settled meanwhile says so; after closing work goes on, after unsealing no more', async () => {
  const [third] = await makeRaters(study.slug, 1)
  await settleDue()
  // Somebody is there to ask again: what had gone to an inspector waits for an extra rating.
  expect((await queue()).waiting).toMatchObject({ extra: 3, inspector: 0 })
  const rater = async (one: Rater | undefined) =>
    (await db.enrolment.findFirstOrThrow({ where: { studyId: study.id, raterId: one?.id ?? '' } })).pseudonym
  const name = await rater(third)
  await excludeRater(inspector, study.slug, { rater: name, reason: 'a test' })
  const task = await claimed()
  await restoreRater(inspector, study.slug, { rater: name, reason: 'a test' })
  await expect(decide(task, 3)).rejects.toMatchObject({ code: 'conflict' })
  await expect(claimCase(inspector, study.slug, task.caseId)).rejects.toMatchObject({ code: 'conflict' })
  await closeStudy(await operator(), study.slug)
  await settleDue()
  expect((await queue()).waiting).toMatchObject({ extra: 0, inspector: 3 })
  expect((await decide(await claimed(), 3)).cells).toHaveLength(2)
  const last = await claimed()
  await unsealStudy(await operator(), study.slug, 'a test')
  await expect(decide(last, 3)).rejects.toMatchObject({ code: 'closed' })
  await expect(claimCase(inspector, study.slug)).rejects.toMatchObject({ code: 'closed' })
})
