import { beforeAll, expect, test } from 'vitest'
import { fullRating } from '@/e2e/support/rating'
import { openedStudy } from '@/e2e/support/study-factory'
import { monitorState, startMonitors, type MonitorState } from '@/lib/domain/quality/monitors/monitor-state'
import type { ComparedCell, MonitorEvent } from '@/lib/domain/quality/monitors/monitor-event'
import { panelOf } from '@/lib/domain/quality/monitors/panel'
import { readingWork } from '@/lib/domain/quality/monitors/pace'
import { readMonitors } from '@/lib/domain/quality/monitors/read-monitors'
import { updateMonitors } from '@/lib/domain/quality/monitors/update-monitors'
import type { Rater } from '@/lib/domain/people/actor'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { claimTasks } from '@/lib/data/desk/assignments'
import { correctRating } from '@/lib/data/desk/corrections'
import { submitRating } from '@/lib/data/desk/ratings'
import { db } from '@/lib/data/db'
import { observeRating } from './observe-rating'
import { restartMonitors } from './restart'

type Study = Awaited<ReturnType<typeof openedStudy>>
const prompts = 22
let study: Study

/** A score that goes by the text and by who reads it, so that the order on the sheet does not matter. */
function judged(task: BlindTask, who: number) {
  const score = (turn: unknown, at: number) => {
    const [, prompt = '0', model = '0'] = /Answer (\d+) of kind (\d+)/.exec(String(turn)) ?? []
    return 1 + ((Number(prompt) * 7 + Number(model) * 2 + at + who * (Number(prompt) % 3)) % 5)
  }
  return {
    ...fullRating(task),
    scores: Object.fromEntries(
      task.outputs.map(({ label, turns }) => [
        label,
        { accuracy: score(turns[0], 0), style: score(turns[0], 1) },
      ]),
    ),
    dwellMs: 20_000 + 1000 * who,
  }
}

async function rateAll({ slug, raters }: Study): Promise<void> {
  for (let turn = 0; turn < prompts; turn += 1) {
    for (const [who, rater] of raters.entries()) {
      const { task } = await claimTasks(rater, slug, 1)
      if (task) await submitRating(rater, slug, judged(task, who))
    }
  }
}

type Stored = Awaited<ReturnType<typeof storedRatings>>[number]

/** All ratings of the study as they are kept, with their cells in the order shown. */
async function storedRatings() {
  const rows = await db.rating.findMany({
    where: { assignment: { studyId: study.id } },
    orderBy: { sequence: 'asc' },
    include: {
      assignment: { include: { task: { include: { outputs: true } } } },
      scores: { include: { criterion: true } },
      decisions: true,
    },
  })
  return rows.map(({ id, assignmentId, revision, dwellMs, assignment: a, scores, decisions }) => ({
    id,
    assignmentId,
    revision,
    dwellMs,
    taskId: a.taskId,
    raterId: a.raterId,
    counts: decisions.at(-1)?.counts !== false,
    cells: scores
      .map(({ outputId, criterionId, criterion, value }) => {
        const place = a.task.outputs.find((output) => output.outputId === outputId)?.position ?? 0
        return {
          outputId,
          criterion: criterionId,
          order: criterion.position,
          position: a.labelOrder.indexOf(place),
          score: value,
        }
      })
      .sort((one, other) => one.position - other.position || one.order - other.order),
  }))
}

const due = (taskId: string, ratingId: string | null) => ({
  sequence: 0n,
  studyId: study.id,
  taskId,
  ratingId,
})
const observe = (taskId: string, ratingId: string | null) =>
  db.$transaction((tx) => observeRating(tx, due(taskId, ratingId)))

async function keptState(rater: Rater | undefined): Promise<MonitorState> {
  const where = { studyId_raterId: { studyId: study.id, raterId: rater?.id ?? '' } }
  return monitorState.parse((await db.monitor.findUniqueOrThrow({ where })).state)
}

const everything = async () =>
  JSON.stringify([
    await db.monitor.findMany({
      where: { studyId: study.id },
      orderBy: { raterId: 'asc' },
      select: { state: true },
    }),
    await db.monitorTold.findMany({ orderBy: { assignmentId: 'asc' } }),
  ])

/** What the monitors of a rater come to when all own work is told first and all comparisons, as they stand now, after. */
async function fromScratch(rater: Rater | undefined): Promise<MonitorState> {
  const all = await storedRatings()
  const criteria = await db.criterion.findMany({ where: { rubric: { studyId: study.id } } })
  const scales = Object.fromEntries(
    criteria.map((each) => [each.id, { min: each.minimum, max: each.maximum, step: each.step }]),
  )
  const firsts = all.filter(({ raterId, revision }) => raterId === rater?.id && revision === 1)
  const now = (first: Stored) =>
    all.filter((each) => each.assignmentId === first.assignmentId).at(-1) ?? first
  const events: MonitorEvent[] = firsts.map(({ cells, dwellMs, taskId }) => ({
    kind: 'rated',
    cells,
    seconds: Number(dwellMs) / 1000,
    work: readingWork([
      `Question ${promptOf.get(taskId)}`,
      ...[0, 1].map((kind) => `Answer ${promptOf.get(taskId)} of kind ${kind}`),
    ]),
  }))
  for (const [at, first] of firsts.entries()) {
    if (now(first) !== first) events.push({ kind: 'corrected', before: first.cells, after: now(first).cells })
    const others = all.filter(
      (each) =>
        each.taskId === first.taskId && each.raterId !== rater?.id && now(each) === each && each.counts,
    )
    const after = now(first).cells.map((cell): ComparedCell => ({
      ...cell,
      others: others.map(
        ({ cells }) =>
          cells.find((one) => one.outputId === cell.outputId && one.criterion === cell.criterion)?.score ??
          null,
      ),
    }))
    events.push({ kind: 'compared', task: at + 1, before: null, after })
  }
  return events.reduce(updateMonitors, startMonitors(scales))
}

const promptOf = new Map<string, number>()

/** Figures to nine digits, as sums in another order differ in their last bits. */
function figures(state: MonitorState) {
  const round = (x: number | null | undefined) => (x == null ? null : Number(x.toFixed(9)) + 0)
  const signals = readMonitors(state, panelOf([]), { risk: 0.001 })
  return [
    state.tasks,
    state.compared.n,
    state.paces,
    state.levels,
    ...signals.map(({ monitor, value, n, surely }) => [
      monitor,
      round(value),
      n,
      round(surely?.low),
      round(surely?.high),
    ]),
  ]
}

async function expectAllFromScratch() {
  for (const rater of study.raters)
    expect(figures(await keptState(rater))).toEqual(figures(await fromScratch(rater)))
}

beforeAll(async () => {
  study = await openedStudy({ prompts, models: 2, k: 3 }, 3)
  await rateAll(study)
  for (const { id, prompt } of await db.task.findMany({
    where: { studyId: study.id },
    include: { prompt: true },
  }))
    promptOf.set(id, prompt.position)
  for (const { taskId, id } of await storedRatings()) await observe(taskId, id)
}, 120_000)

test('told rating by rating, the monitors come to what they come to when all is told at once', async () => {
  const state = await keptState(study.raters[0])
  expect(state).toMatchObject({ tasks: prompts, compared: { n: prompts } })
  await expectAllFromScratch()
})

test('what a task has to read is found out once and kept', async () => {
  expect(await db.task.count({ where: { studyId: study.id, readingWork: null } })).toBe(0)
})

test('told twice, or that something may have changed when nothing has, nothing moves', async () => {
  const before = await everything()
  for (const { taskId, id } of await storedRatings()) await observe(taskId, id)
  for (const taskId of promptOf.keys()) await observe(taskId, null)
  expect(await everything()).toBe(before)
})

test('a correction is taken over by the own monitors and by those of the others, also when it is told late and twice', async () => {
  const [rater] = study.raters
  const first = (await storedRatings()).find(({ raterId }) => raterId === rater?.id)
  if (!rater || !first) throw new Error('a rating')
  const scores = { A: { accuracy: 5, style: 1 }, B: { accuracy: 1, style: 1 } }
  const input = { comments: {}, cannotJudge: {}, dwellMs: 900 }
  const { saved } = await correctRating(
    rater,
    { slug: study.slug, ratingId: first.id },
    { ...input, scores, revision: 1 },
  )
  const again = await correctRating(
    rater,
    { slug: study.slug, ratingId: saved.ratingId },
    { ...input, scores: { ...scores, B: { accuracy: 4, style: 2 } }, revision: 2 },
  )
  for (const id of [again.saved.ratingId, saved.ratingId, again.saved.ratingId])
    await observe(first.taskId, id)
  await expectAllFromScratch()
})

test('ratings that stop counting leave the comparisons of the others, and come back with them', async () => {
  const [, , third] = study.raters
  const own = (await storedRatings()).filter(({ raterId }) => raterId === third?.id)
  const latest = own.filter((each) => own.findLast((one) => one.assignmentId === each.assignmentId) === each)
  const kept = figures(await keptState(third))
  const decide = async (counts: boolean) => {
    await db.countingDecision.createMany({
      data: latest.map(({ id }) => ({ ratingId: id, counts, reason: 'test', byId: third?.id ?? '' })),
    })
    for (const { taskId } of latest) await observe(taskId, null)
  }
  await decide(false)
  for (const rater of study.raters.slice(0, 2))
    expect(figures(await keptState(rater))).toEqual(figures(await fromScratch(rater)))
  // Who does not count keeps the comparisons by which it was decided.
  expect(figures(await keptState(third))).toEqual(kept)
  await decide(true)
  await expectAllFromScratch()
})

test('after a restart a rater is judged on new work only, and old work still compares the others', async () => {
  const [rater, other] = study.raters
  const all = await storedRatings()
  await db.$transaction((tx) => restartMonitors(tx, { studyId: study.id, raterId: rater?.id ?? '' }))
  for (const { taskId, id } of all.slice(0, 12)) await observe(taskId, id)
  expect(await keptState(rater)).toMatchObject({ tasks: 0, compared: { n: 0 } })
  expect(figures(await keptState(other))).toEqual(figures(await fromScratch(other)))
})
