import { randomUUID } from 'node:crypto'
import { db } from '@/lib/data/db'
import { closeStudy, unsealStudy } from '@/lib/data/studies/lifecycle'
import { operator } from '@/lib/server/operator'
import { makeRaters, makeStudy, type Made } from './study-factory'
import { openStudy } from '@/lib/data/studies/lifecycle'

type Ids = {
  /** Prompt and model by number → output. */
  output: (prompt: number, model: number) => string
  task: (prompt: number) => string
  criterion: (key: string) => string
  raterIds: string[]
}

export type Arbitrated = Made & Ids & { say: (said: Said) => Promise<{ id: string; assignmentId: string }> }

export type Said = {
  prompt: number
  rater: number
  /** By model, then by criterion. A null is an output that could not be judged. */
  values: ({ accuracy: number; style: number } | null)[]
  kind?: 'live' | 'extra' | 'check'
  /** Cells that take the scores, as [model, criterion]; all where left out. */
  asked?: [number, string][]
  replaces?: string
}

/**
 * A study of 6 prompts and 2 models with all that can become of a cell, by direct rows, so that nothing depends on a
 * worker. Accuracy of the first model:
 * p0 agreed · p1 settled by an extra rating · p2 decided by a person · p3 in dispute · p4 a rating stopped counting and
 * was replaced · p5 a prompt that became an anchor after it was rated. Everything else agrees.
 */
export async function arbitratedStudy(): Promise<Arbitrated> {
  const made = await makeStudy({ prompts: 6, models: 2, k: 3, abilities: ['推理'] })
  await openStudy(await operator(), made.slug)
  const raters = await makeRaters(made.slug, 6)
  const ids = await idsOf(
    made,
    raters.map(({ id }) => id),
  )
  const say = (said: Said) => saying(made.id, ids, said)
  const study = { ...made, ...ids, say }
  const first = [
    [4, 5, 4],
    [1, 4, 4],
    [1, 3, 5],
    [1, 4, 5],
    [5, 2, 2],
    [1, 3, 5],
  ]
  for (const [prompt, scores] of first.entries())
    for (const [rater, accuracy] of scores.entries())
      await say({
        prompt,
        rater,
        values: [
          { accuracy, style: 3 },
          { accuracy: 2, style: 2 },
        ],
      })
  await settle(study)
  return study
}

/** What happens to the cells afterwards. */
async function settle(study: Arbitrated): Promise<void> {
  const { say, output, criterion } = study
  const inspector = await db.account.create({ data: { role: 'inspector' } })
  const far = [
    { accuracy: 5, style: 5 },
    { accuracy: 5, style: 5 },
  ]
  await say({ prompt: 1, rater: 3, kind: 'extra', asked: [[0, 'accuracy']], values: far })
  for (const rater of [3, 4])
    await say({
      prompt: 2,
      rater,
      kind: 'extra',
      asked: [[0, 'accuracy']],
      values: [{ accuracy: rater === 3 ? 1 : 5, style: 1 }, null],
    })
  const round = await db.round.findFirstOrThrow({ where: { studyId: study.id } })
  const cell = { roundId: round.id, outputId: output(2, 0), criterionId: criterion('accuracy') }
  const [stands] = [
    await db.arbitration.create({ data: { ...cell, kind: 'inspector', value: 2, byId: inspector.id } }),
    await db.arbitration.create({
      data: {
        ...cell,
        kind: 'meeting',
        value: 5,
        byId: inspector.id,
        minutes: 'We talked.',
        present: ['a', 'b'],
      },
    }),
  ]
  await db.arbitrationCause.create({
    data: { arbitrationId: stands.id, cause: 'unclear_rubric', byId: inspector.id },
  })
  const lost = await db.rating.findFirstOrThrow({
    where: { assignment: { taskId: study.task(4), raterId: study.raterIds[0] ?? '' } },
  })
  await db.countingDecision.create({
    data: { ratingId: lost.id, counts: false, reason: 'lot_failed', byId: inspector.id },
  })
  const good = [
    { accuracy: 3, style: 3 },
    { accuracy: 2, style: 2 },
  ]
  await say({ prompt: 4, rater: 4, kind: 'extra', replaces: lost.assignmentId, values: good })
  await say({ prompt: 0, rater: 5, kind: 'check', values: far })
  await db.task.update({ where: { id: study.task(5) }, data: { anchoredAt: new Date() } })
}

async function idsOf(made: Made, raterIds: string[]): Promise<Ids> {
  const where = { studyId: made.id }
  const outputs = await db.output.findMany({ where, include: { prompt: true, model: true } })
  const tasks = await db.task.findMany({ where, include: { prompt: true } })
  const criteria = await db.criterion.findMany({ where: { rubric: where } })
  const known = <Each extends { id: string }>(all: Each[], is: (each: Each) => boolean) => {
    const found = all.find(is)
    if (!found) throw new RangeError('the study has no such row')
    return found.id
  }
  return {
    raterIds,
    output: (prompt, model) =>
      known(outputs, (each) => each.prompt.position === prompt && each.model.position === model),
    task: (prompt) => known(tasks, (each) => each.prompt.position === prompt),
    criterion: (key) => known(criteria, (each) => each.key === key),
  }
}

async function saying(studyId: string, ids: Ids, said: Said) {
  const { prompt, rater, values, kind = 'live', asked = [], replaces = null } = said
  const taskId = ids.task(prompt)
  const newest = { where: { studyId }, orderBy: { version: 'desc' } } as const
  const rubric = await db.rubric.findFirstOrThrow({ ...newest, include: { criteria: true } })
  const protocol = await db.protocol.findFirstOrThrow(newest)
  const shown = await db.taskOutput.findMany({ where: { taskId }, orderBy: { position: 'asc' } })
  const outputIds = values.map((_, model) => ids.output(prompt, model))
  const labelOf = (outputId: string | undefined) =>
    String.fromCharCode(65 + shown.findIndex((each) => each.outputId === outputId))
  const handedBack = values.flatMap((value, model) => (value === null ? [labelOf(outputIds[model])] : []))
  const assignment = await db.assignment.create({
    data: {
      studyId,
      taskId,
      kind,
      replaces,
      rubricId: rubric.id,
      protocolId: protocol.id,
      raterId: ids.raterIds[rater] ?? '',
      slot: rater + 1,
      scopeCells: asked.map(([model, key]) => `${ids.output(prompt, model)}/${ids.criterion(key)}`),
      labelOrder: shown.map(({ position }) => position),
      status: 'submitted',
      endedAt: new Date(),
    },
  })
  const scores = values.flatMap((value, model) =>
    rubric.criteria.flatMap(({ id, key }) => {
      const given = value === null ? undefined : { ...value }[key as 'accuracy' | 'style']
      return given === undefined ? [] : [{ outputId: outputIds[model] ?? '', criterionId: id, value: given }]
    }),
  )
  return db.rating.create({
    data: {
      id: randomUUID(),
      assignmentId: assignment.id,
      dwellMs: 4200,
      cannotJudge: Object.fromEntries(handedBack.map((label) => [label, 'needs a specialist'])),
      scores: { create: scores },
    },
    select: { id: true, assignmentId: true },
  })
}

/** Ends the work and lifts the blind; what is still in dispute stays so. */
export async function unsealed(study: Arbitrated): Promise<void> {
  const admin = await operator()
  await closeStudy(admin, study.slug)
  await unsealStudy(admin, study.slug, 'one cell stays in dispute')
}
