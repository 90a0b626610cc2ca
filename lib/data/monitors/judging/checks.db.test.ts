import { beforeAll, expect, test } from 'vitest'
import { openedStudy } from '@/e2e/support/study-factory'
import { writeRating, type Task, type WrittenRating } from '@/e2e/support/written-rating'
import { monitorState } from '@/lib/domain/quality/monitors/monitor-state'
import { db } from '@/lib/data/db'
import { closeStudy } from '@/lib/data/studies/lifecycle'
import { operator } from '@/lib/server/operator'
import { checksOf } from '@/lib/data/monitors/sheets/checks-of-rater'
import { observeRating } from '@/lib/data/monitors/observing/observe-rating'
import { takeSteps } from './take-steps'

type Study = Awaited<ReturnType<typeof openedStudy>>
let study: Study
let tasks: Task[]
let criteria: { id: string; key: string }[]
let pins: { studyId: string; rubricId: string; protocolId: string }

/** A rating as the desk writes it, and what the monitors make of it. */
async function rated(rating: WrittenRating, check?: object): Promise<string> {
  const written = await writeRating({ ...study, pins, criteria }, rating, check)
  await tell(rating.task, written.ratingId)
  return written.assignmentId
}

const tell = (task: Task, ratingId: string | null) =>
  db.$transaction((tx) => observeRating(tx, { sequence: 0n, studyId: study.id, taskId: task.id, ratingId }))

async function stateOf(who: number) {
  const where = { studyId_raterId: { studyId: study.id, raterId: study.raters[who]?.id ?? '' } }
  return monitorState.parse((await db.monitor.findUniqueOrThrow({ where })).state)
}
const outcomeOf = async (assignmentId: string) =>
  (await db.check.findUniqueOrThrow({ where: { assignmentId } })).outcome
const taskAt = (at: number) => tasks[at] as Task

beforeAll(async () => {
  study = await openedStudy({ prompts: 4, models: 2, k: 3 }, 3)
  const row = await db.study.findUniqueOrThrow({ where: { id: study.id } })
  pins = { studyId: study.id, rubricId: row.currentRubricId ?? '', protocolId: row.currentProtocolId ?? '' }
  criteria = await db.criterion.findMany({ where: { rubricId: pins.rubricId }, orderBy: { position: 'asc' } })
  tasks = await db.task.findMany({
    where: { studyId: study.id },
    include: { outputs: { orderBy: { position: 'asc' } } },
  })
})

test('a gold check is judged by band, told once, and is work like any other', async () => {
  const task = taskAt(0)
  const band = (criterionId: string, agreed: number, reach: number) => ({
    outputId: task.outputs[0]?.outputId,
    criterionId,
    agreed,
    band: { low: agreed - reach, high: agreed + reach },
  })
  const expected = [band('accuracy', 4, 1), band('style', 2, 1)]
  const rating = {
    task,
    who: 0,
    kind: 'check',
    scores: [
      [5, 5],
      [1, 1],
    ],
  } satisfies WrittenRating
  const id = await rated(rating, { kind: 'gold', expected })
  expect(await outcomeOf(id)).toEqual({ cells: 2, inside: 1, biasSteps: 2, errorSteps: 2 })
  expect(await stateOf(0)).toMatchObject({
    tasks: 1,
    compared: { n: 0 },
    goldErrors: { n: 1, sum: 0.5 },
    run: { cells: 4 },
  })
  await rated({
    ...rating,
    scores: [
      [4, 2],
      [1, 1],
    ],
    revision: 2,
    assignmentId: id,
  })
  const corrected = await stateOf(0)
  expect(corrected).toMatchObject({ tasks: 1, goldErrors: { n: 1, sum: 0.5 } })
  expect(corrected.levels[criteria[0]?.id ?? '']).toEqual([1, 0, 0, 1, 0])
})

test('a repeat is held against the own earlier task as it stands now', async () => {
  const task = taskAt(1)
  const first = await rated({
    task,
    who: 0,
    kind: 'live',
    scores: [
      [1, 1],
      [1, 1],
    ],
  })
  await rated({
    task,
    who: 0,
    kind: 'live',
    scores: [
      [5, 3],
      [2, 3],
    ],
    revision: 2,
    assignmentId: first,
  })
  const again = await rated(
    {
      task,
      who: 0,
      kind: 'check',
      scores: [
        [4, 3],
        [2, 5],
      ],
    },
    { kind: 'repeat', ofAssignmentId: first },
  )
  expect(await outcomeOf(again)).toMatchObject({ cells: 4, same: 2, near: 3 })
  const { repeats, compared } = await stateOf(0)
  expect([repeats, compared.n]).toEqual([{ n: 1, sum: 0.75 }, 0])
})

test('what is given to a damaged output is held against what others give the original, whenever they rate it', async () => {
  const task = taskAt(2)
  const damaged = { kind: 'degraded', outputId: task.outputs[1]?.outputId, contentHash: new Uint8Array([1]) }
  const check = await rated(
    {
      task,
      who: 2,
      kind: 'check',
      scores: [
        [4, 4],
        [1, 2],
      ],
    },
    damaged,
  )
  expect(await outcomeOf(check)).toEqual({ damaged: 0.125, original: [] })
  await rated({
    task,
    who: 0,
    kind: 'live',
    scores: [
      [4, 4],
      [5, 4],
    ],
  })
  await rated({
    task,
    who: 1,
    kind: 'live',
    scores: [
      [4, 4],
      [4, 4],
    ],
  })
  expect(await outcomeOf(check)).toEqual({ damaged: 0.125, original: [0.875, 0.75] })
  // The one with the check is no other to anybody.
  expect([(await stateOf(0)).compared.n, (await stateOf(2)).compared.n]).toEqual([1, 0])
  const checks = await checksOf({ studyId: study.id, raterId: study.raters[2]?.id ?? '' })
  expect(checks.damage).toEqual({ n: 1, p: expect.closeTo(1 / 3), verdict: 'undecided' })
})

test('an extra rating for disputed cells compares nobody, an inspection is not looked at', async () => {
  const task = taskAt(3)
  await rated({
    task,
    who: 0,
    kind: 'live',
    scores: [
      [1, 1],
      [1, 1],
    ],
  })
  const extra = await db.assignment.create({
    data: {
      ...pins,
      taskId: task.id,
      raterId: study.raters[1]?.id ?? '',
      kind: 'extra',
      slot: 1,
      status: 'submitted',
      endedAt: new Date(),
      labelOrder: [0, 1],
      scopeCells: [`${task.outputs[0]?.outputId}/${criteria[0]?.id}`],
    },
  })
  const before = (await stateOf(1)).tasks
  await rated({
    task,
    who: 1,
    kind: 'live',
    scores: [
      [5, 5],
      [5, 5],
    ],
    assignmentId: extra.id,
  })
  expect((await stateOf(1)).tasks).toBe(before + 1)
  expect((await stateOf(0)).compared.n).toBe(1)
  const { id: _id, turn: _turn, scopeCells: _cells, ...place } = extra
  const { id: inspectionId } = await db.assignment.create({ data: { ...place, kind: 'inspection' } })
  await rated({
    task,
    who: 1,
    kind: 'live',
    scores: [
      [5, 5],
      [5, 5],
    ],
    assignmentId: inspectionId,
  })
  expect((await stateOf(1)).tasks).toBe(before + 1)
})

test('where there is nothing to calibrate on, a recalibration by rule is a warning and says what it stands for', async () => {
  const who = { studyId: study.id, raterId: study.raters[0]?.id ?? '' }
  const because = { value: 1, n: 30, surely: null, limits: { low: -0.12, high: 0.12 } }
  const step = (monitor: 'drift' | 'entropy', word: 'recalibrate' | 'pause') =>
    ({ monitor, step: word, at: new Date(), tasks: 30, because }) as const
  await db.$transaction((tx) => takeSteps(tx, who, [step('drift', 'recalibrate')]))
  expect(await db.monitorAction.findMany({ where: who })).toMatchObject([
    { monitor: 'drift', step: 'warn', because: { ...because, instead: 'recalibrate' } },
  ])
  await db.$transaction((tx) => takeSteps(tx, who, [step('drift', 'recalibrate'), step('entropy', 'pause')]))
  expect(await db.monitorAction.count({ where: who })).toBe(2)
  expect(await db.enrolment.count({ where: { ...who, state: 'paused' } })).toBe(1)
})

test('ratings that are looked at after closing flag their rater and stop nobody', async () => {
  const who = { studyId: study.id, raterId: study.raters[1]?.id ?? '' }
  await closeStudy(await operator(), study.slug)
  const because = { value: 1, n: 30, surely: null, limits: { low: -0.12, high: 0.12 } }
  const steps = (['pause', 'recalibrate'] as const).map((step) => {
    const monitor = step === 'pause' ? 'entropy' : 'drift'
    return { monitor, step, at: new Date(), tasks: 30, because } as const
  })
  await db.$transaction((tx) => takeSteps(tx, who, steps))
  const done = await db.monitorAction.findMany({ where: who, orderBy: { sequence: 'asc' } })
  expect(done.map(({ step, because: why }) => [step, why])).toEqual([
    ['flag', { ...because, instead: 'pause' }],
    ['flag', { ...because, instead: 'recalibrate' }],
  ])
  expect(await db.enrolment.count({ where: { ...who, state: 'active' } })).toBe(1)
})
