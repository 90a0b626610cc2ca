import { beforeAll, expect, test } from 'vitest'
import { openedStudy } from '@/e2e/support/study-factory'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { sweepExpiredLeases } from '@/lib/data/desk/sweep'
import { studyGlance } from '@/lib/data/overview/study-glance'
import { closeStudy } from '@/lib/data/studies/lifecycle'
import { studyStatus } from '@/lib/data/studies/status'
import type { Admin, Rater } from '@/lib/domain/people/actor'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { operator } from '@/lib/server/operator'
import { changeRules, rulesOutlook } from './change-rules'

type Study = Awaited<ReturnType<typeof openedStudy>>
let admin: Admin

beforeAll(async () => {
  admin = await operator()
})

function rating(task: BlindTask) {
  const scores = task.outputs.map(({ label }) => [label, { accuracy: 3, style: 3 }])
  return {
    assignmentId: task.assignmentId,
    idempotencyKey: crypto.randomUUID(),
    scores: Object.fromEntries(scores) as Record<string, Record<string, number>>,
    comments: {},
    cannotJudge: {},
    dwellMs: 4200,
  }
}

/** Rates until nothing is left for this rater, or so many tasks. */
async function rate(study: Study, rater: Rater, most = Infinity): Promise<number> {
  for (let done = 0; ; done += 1) {
    const { task } = done < most ? await claimTasks(rater, study.slug, 1) : { task: null }
    if (!task) return done
    await submitRating(rater, study.slug, rating(task))
  }
}

const liveSeats = (study: Study) => db.$queryRaw<{ free: number; held: number; rated: number }[]>`
  SELECT (SELECT count(*)::int FROM opening o WHERE o.task_id = t.id AND o.kind = 'live') AS free,
    (SELECT count(*)::int FROM assignment a WHERE a.task_id = t.id AND a.kind = 'live' AND a.status = 'leased') AS held,
    (SELECT count(*)::int FROM assignment a WHERE a.task_id = t.id AND a.kind = 'live' AND a.status = 'submitted') AS rated
  FROM task t WHERE t.study_id = ${study.id}::uuid ORDER BY free, held, rated`

test('a change is a new version; the older one stays, and the same change again writes nothing', async () => {
  const study = await openedStudy({ prompts: 2, k: 2 }, 0)
  const change = { checks: { repeat: 0.1 }, spot_check: { max_error: 0.05 }, monitors: { patience: 30 } }
  const outlook = await rulesOutlook(admin, study.slug, change)
  expect(outlook).toMatchObject({ version: 2, opened: 0, withdrawn: 0 })
  expect(outlook.changed.map(({ field }) => field)).toEqual([
    'checks.repeat',
    'spot_check',
    'monitors.patience',
  ])
  expect(await db.protocol.count({ where: { studyId: study.id } })).toBe(1)
  expect(await changeRules(admin, study.slug, change)).toEqual(outlook)
  expect((await changeRules(admin, study.slug, change)).changed).toEqual([])
  const [first, second, ...more] = await db.protocol.findMany({
    where: { studyId: study.id },
    orderBy: { version: 'asc' },
  })
  expect(more).toEqual([])
  expect(first?.checks).toEqual({})
  expect(second).toMatchObject({
    version: 2,
    checks: { gold: 0, repeat: 0.1, degraded: 0 },
    ratingsPerTask: 2,
    sheetSize: 8,
  })
  expect((await db.study.findUniqueOrThrow({ where: { id: study.id } })).currentProtocolId).toBe(second?.id)
  expect(await db.auditEntry.count({ where: { studyId: study.id, action: 'study.rules_changed' } })).toBe(1)
})

test('what came from an older version, wrong values and a closed study are refused, and nothing is written', async () => {
  const study = await openedStudy({ prompts: 1 }, 0)
  await changeRules(admin, study.slug, { ratings_per_task: 4, expectedVersion: 1 })
  await expect(
    changeRules(admin, study.slug, { ratings_per_task: 5, expectedVersion: 1 }),
  ).rejects.toMatchObject({ code: 'conflict' })
  await expect(changeRules(admin, study.slug, { checks: { gold: -1 } })).rejects.toMatchObject({
    code: 'invalid',
    more: { fields: { 'checks.gold': '-1 came, expected at least 0' } },
  })
  await expect(changeRules(admin, 'no-such-study', {})).rejects.toMatchObject({ code: 'not_found' })
  await closeStudy(admin, study.slug)
  await expect(changeRules(admin, study.slug, { agreement: { extra_ratings: 5 } })).rejects.toMatchObject({
    code: 'closed',
  })
  expect(await db.protocol.count({ where: { studyId: study.id } })).toBe(2)
})

test('k raised with everything done opens one more seat a task, and the study is complete at the new k', async () => {
  const study = await openedStudy({ prompts: 5, k: 2 }, 3)
  const [one, two, three] = study.raters
  if (!one || !two || !three) throw new RangeError('three raters')
  await rate(study, one)
  await rate(study, two)
  expect(await studyStatus(admin, study.slug)).toMatchObject({ complete: 5, tasks: 5 })
  expect(await rate(study, three)).toBe(0)
  await db.chainDue.deleteMany({ where: { studyId: study.id } })
  expect(await rulesOutlook(admin, study.slug, { ratings_per_task: 3 })).toMatchObject({
    opened: 5,
    withdrawn: 0,
    settledAnew: 5,
  })
  expect(await changeRules(admin, study.slug, { ratings_per_task: 3 })).toMatchObject({
    opened: 5,
    withdrawn: 0,
    settledAnew: 5,
  })
  expect(await db.chainDue.count({ where: { studyId: study.id, ratingId: null } })).toBe(5)
  expect(await studyStatus(admin, study.slug)).toMatchObject({ complete: 0, k: 3 })
  expect(await rate(study, three)).toBe(5)
  expect(await studyStatus(admin, study.slug)).toMatchObject({ complete: 5, ratings: 15 })
})

test('k lowered withdraws what is free and not needed; what is held is still taken, and counts', async () => {
  const study = await openedStudy({ prompts: 3, k: 3, leaseSeconds: 600 }, 2)
  const [one, two] = study.raters
  if (!one || !two) throw new RangeError('two raters')
  await rate(study, one, 1)
  const { task } = await claimTasks(two, study.slug, 1)
  const held = await claimTasks(one, study.slug, 1)
  if (!task || !held.task) throw new RangeError('work for both')
  const before = await db.rating.findMany({
    where: { assignment: { studyId: study.id } },
    include: { scores: { orderBy: { value: 'asc' } } },
  })
  await changeRules(admin, study.slug, { ratings_per_task: 1 })
  const seats = await liveSeats(study)
  expect(seats.every(({ free, held: taken, rated }) => free === Math.max(0, 1 - taken - rated))).toBe(true)
  await submitRating(two, study.slug, rating(task))
  await submitRating(one, study.slug, rating(held.task))
  const after = await db.rating.findMany({
    where: { assignment: { studyId: study.id } },
    include: { scores: { orderBy: { value: 'asc' } } },
  })
  expect(after).toEqual(expect.arrayContaining(before))
  expect(after).toHaveLength(3)
  const glance = await studyGlance(admin, study.slug, new Date())
  expect(glance?.progress.left).toBe(glance?.waiting.openings)
})

test('raised, lowered and raised again the seats come out right, and no slot is given twice', async () => {
  const study = await openedStudy({ prompts: 4, k: 2 }, 5)
  for (const [index, k] of [3, 1, 4, 2, 5].entries()) {
    const rater = study.raters[index]
    if (rater) await rate(study, rater, 2)
    await changeRules(admin, study.slug, { ratings_per_task: k })
    const seats = await liveSeats(study)
    for (const { free, held, rated } of seats) expect(free).toBe(Math.max(0, k - held - rated))
  }
  for (const rater of study.raters) await rate(study, rater)
  expect((await liveSeats(study)).every(({ free, rated }) => free === 0 && rated === 5)).toBe(true)
})

test('changes at once become one version after the other, while raters go on claiming', async () => {
  const study = await openedStudy({ prompts: 12, k: 3 }, 4)
  const work = study.raters.map((rater) => rate(study, rater, 8))
  const changes = [5, 2, 4, 1, 3].map((k) => changeRules(admin, study.slug, { ratings_per_task: k }))
  const versions = (await Promise.all(changes)).map(({ version }) => version)
  expect(Math.max(...versions)).toBe(new Set(versions).size + 1 - (versions.includes(1) ? 1 : 0))
  await Promise.all(work)
  const { ratingsPerTask } = await db.protocol.findFirstOrThrow({
    where: { studyId: study.id },
    orderBy: { version: 'desc' },
  })
  for (const { free, held, rated } of await liveSeats(study))
    expect(free).toBe(Math.max(0, ratingsPerTask - held - rated))
})

test('a rating that was stopped is nobody’s seat: its replacement is', async () => {
  const study = await openedStudy({ prompts: 1, k: 2 }, 1)
  const [one] = study.raters
  if (!one) throw new RangeError('a rater')
  await rate(study, one)
  const { id } = await db.rating.findFirstOrThrow({ where: { assignment: { studyId: study.id } } })
  await db.countingDecision.create({ data: { ratingId: id, counts: false, reason: 'test', byId: admin.id } })
  expect(await rulesOutlook(admin, study.slug, { ratings_per_task: 3 })).toMatchObject({ opened: 2 })
})

test('an anchored task gets no more seats', async () => {
  const study = await openedStudy({ prompts: 2, k: 1 }, 0)
  const [task] = await db.task.findMany({ where: { studyId: study.id } })
  await db.task.update({ where: { id: task?.id ?? '' }, data: { anchoredAt: new Date() } })
  await db.opening.deleteMany({ where: { taskId: task?.id ?? '' } })
  expect(await changeRules(admin, study.slug, { ratings_per_task: 3 })).toMatchObject({ opened: 2 })
  expect(await sweepExpiredLeases()).toBeGreaterThanOrEqual(0)
})
