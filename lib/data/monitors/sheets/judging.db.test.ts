import { beforeAll, expect, test } from 'vitest'
import { fullRating } from '@/e2e/support/rating'
import { openedStudy } from '@/e2e/support/study-factory'
import type { OwnSheet } from '@/lib/domain/quality/views/rater-view'
import type { Inspector, Rater } from '@/lib/domain/people/actor'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { UserError } from '@/lib/domain/user-error'
import { uniformDraw } from '@/lib/stats/random/draws'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { operator } from '@/lib/server/operator'
import { processDue } from '@/lib/data/chain/process-due'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { db } from '@/lib/data/db'
import { setLevel } from '@/lib/data/lots/deciding/decide-lot'
import { closeStudy } from '@/lib/data/studies/lifecycle'
import { actOnRater } from './act-on-rater'
import { answerAppeal, appeal } from './appeals'
import { fingerprint } from './fingerprint'
import { ownSheet } from './own-sheet'
import { ratersQuality } from './raters-quality'

const prompts = 46
let study: Awaited<ReturnType<typeof openedStudy>>
let inspector: Inspector
const sheets: OwnSheet[] = []
const bits = seededRandom(4, 1)
const random = () => uniformDraw(bits)

/** Three who judge the text, each with some noise, and one who gives everything a 4. */
function judged(task: BlindTask, who: number) {
  const score = (turn: unknown, at: number) => {
    if (who === 3) return 4
    const [, prompt = '0', model = '0'] = /Answer (\d+) of kind (\d+)/.exec(String(turn)) ?? []
    const truth = (Number(prompt) * 7 + Number(model) * 2 + at) % 5
    return Math.min(5, Math.max(1, 1 + truth + Math.floor(random() * 3) - 1))
  }
  return {
    ...fullRating(task),
    scores: Object.fromEntries(
      task.outputs.map(({ label, turns }) => [
        label,
        { accuracy: score(turns[0], 0), style: score(turns[0], 1) },
      ]),
    ),
    dwellMs: 20_000 + Math.floor(random() * 10_000),
  }
}

async function rateOnce(rater: Rater, who: number): Promise<void> {
  const { task } = await claimTasks(rater, study.slug, 1)
  if (!task) return
  await submitRating(rater, study.slug, judged(task, who))
}

const enrolment = (rater: Rater | undefined) =>
  db.enrolment.findUniqueOrThrow({
    where: { studyId_raterId: { studyId: study.id, raterId: rater?.id ?? '' } },
  })
const refusal = (code: string) => expect.objectContaining({ name: new UserError('conflict', '').name, code })
const [good, constant] = [() => study.raters[0] as Rater, () => study.raters[3] as Rater]

/** With how many others a rater is compared, over all tasks. */
async function othersOfGood(): Promise<number> {
  const [row] = await db.$queryRaw<{ n: number }[]>`
    SELECT sum(jsonb_array_length(t.cells -> 0 -> 'others'))::int AS n
    FROM monitor_told t JOIN assignment a ON a.id = t.assignment_id AND t.cells <> 'null'
    WHERE a.study_id = ${study.id}::uuid AND a.rater_id = ${good().id}::uuid`
  return row?.n ?? 0
}

beforeAll(async () => {
  study = await openedStudy({ prompts, models: 3, k: 4 }, 4)
  const account = await db.account.create({ data: { role: 'inspector' } })
  inspector = { id: account.id } as Inspector
  for (let turn = 0; turn < prompts; turn += 1) {
    for (const [who, rater] of study.raters.entries()) {
      if ((await enrolment(rater)).state === 'active') await rateOnce(rater, who)
    }
    await processDue(1000)
    sheets.push(await ownSheet(good(), study.slug))
  }
}, 120_000)

test('who gives everything the same score is warned and then paused by rule, and nobody else is', async () => {
  const actions = await db.monitorAction.findMany({
    where: { studyId: study.id },
    orderBy: { sequence: 'asc' },
  })
  expect(new Set(actions.map(({ raterId }) => raterId))).toEqual(new Set([constant().id]))
  const [warned, paused] = ['warn', 'pause'].map((step) => actions.find((each) => each.step === step))
  expect(paused?.tasks).toBeGreaterThanOrEqual((warned?.tasks ?? 0) + 20)
  expect(warned?.because).toMatchObject({ limits: expect.anything(), surely: expect.anything() })
  expect((await enrolment(constant())).state).toBe('paused')
  expect((await enrolment(good())).state).toBe('active')
})

test('the worst stands first, under a pseudonym, and nothing on the page is an id of an account', async () => {
  const page = await ratersQuality(inspector, study.slug)
  const { pseudonym } = await enrolment(constant())
  expect(page.raters.map(({ rater }) => rater)[0]).toBe(pseudonym)
  expect(page.raters[0]?.concern).toBeGreaterThan(1)
  expect(page.raters[1]?.concern).toBeLessThan(1)
  expect(page.raters[0]?.signals).toHaveLength(13)
  const one = await fingerprint(inspector, study.slug, pseudonym)
  expect(one).toMatchObject({
    state: 'paused',
    checks: { gold: 0, damage: { n: 0, p: null, verdict: 'undecided' } },
    lots: { level: 'normal' },
    outlook: { raters: 3 },
  })
  expect(one.events[0]).toMatchObject({ by: 'rule', act: 'pause' })
  expect(
    one.levels.find(({ criterionId }) => criterionId === 'accuracy')?.counts.filter(({ count }) => count > 0),
  ).toEqual([{ value: 4, count: one.tasks * 3 }])
  expect(one.levels.map(({ name }) => name)).toEqual([
    { zh: 'accuracy', en: 'accuracy' },
    { zh: 'style', en: 'style' },
  ])
  for (const { id } of study.raters) expect(JSON.stringify([page, one])).not.toContain(id)
})

test('the own sheet moves at every tenth own task only, and holds no id', async () => {
  const moving = ({ signals, trace }: OwnSheet) => JSON.stringify([signals.map(({ n }) => n), trace])
  sheets.forEach((sheet, at) => {
    const before = sheets[at - 1]
    expect(sheet.tasks).toBe(at + 1)
    if (before) expect(moving(sheet) === moving(before)).toBe(sheet.tasks % 10 !== 0)
  })
  const own = await ownSheet(constant(), study.slug)
  expect(own).toMatchObject({ state: 'paused', mayAppeal: true, appeals: [] })
  expect(own.events.map(({ act }) => act)).toContain('warn')
  expect(JSON.stringify(own)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
})

test('an act that makes no sense is refused, and of two inspectors at once one is', async () => {
  const { pseudonym: atWork } = await enrolment(good())
  const act = (rater: string, word: 'warn' | 'pause' | 'resume' | 'recalibrate' | 'exclude' | 'restore') =>
    actOnRater(inspector, study.slug, { rater, act: word, reason: 'a reason' })
  await expect(act(atWork, 'resume')).rejects.toEqual(refusal('conflict'))
  await expect(act(atWork, 'restore')).rejects.toEqual(refusal('conflict'))
  await expect(act(atWork, 'recalibrate')).rejects.toEqual(refusal('blocked'))
  await expect(act('r-nobody', 'warn')).rejects.toEqual(refusal('not_found'))
  const both = await Promise.allSettled([act(atWork, 'pause'), act(atWork, 'pause')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
  expect(await act(atWork, 'resume')).toEqual({ state: 'active' })
  expect(await act(atWork, 'warn')).toEqual({ state: 'active' })
  const { events } = await ownSheet(good(), study.slug)
  expect(events.map((each) => each.act)).toEqual(['warned', 'resumed', 'paused'])
  expect(events[0]).toMatchObject({ by: 'person', reason: 'a reason' })
})

test('how closely lots are inspected is told to inspectors, with the plan that was set, and not to the rater', async () => {
  const { pseudonym } = await enrolment(good())
  await setLevel(inspector, study.slug, { rater: pseudonym, level: 'full', reason: 'a complaint' })
  const { events } = await fingerprint(inspector, study.slug, pseudonym)
  expect(events[0]).toMatchObject({ act: 'level_set', level: 'full', reason: 'a complaint' })
  expect(events[1]).toMatchObject({ act: 'warned', level: null })
  expect((await ownSheet(good(), study.slug)).events.map(({ act }) => act)).not.toContain('level_set')
})

test('whoever is excluded can neither be paused nor warned, still has the own sheet, and may appeal', async () => {
  const { pseudonym } = await enrolment(constant())
  const act = (word: 'pause' | 'warn' | 'resume' | 'exclude' | 'restore') =>
    actOnRater(inspector, study.slug, { rater: pseudonym, act: word, reason: 'a reason' })
  const before = await othersOfGood()
  expect(await act('exclude')).toEqual({ state: 'excluded' })
  expect((await processDue(1000)).failed).toEqual([])
  const rated = (await enrolment(constant())).done
  expect(await othersOfGood()).toBe(before - rated)
  for (const word of ['pause', 'warn', 'resume', 'exclude'] as const)
    await expect(act(word)).rejects.toEqual(refusal('conflict'))
  expect(await ownSheet(constant(), study.slug)).toMatchObject({ state: 'excluded', mayAppeal: true })
  const { id } = await appeal(constant(), study.slug, 'I read every word.')
  expect(await ownSheet(constant(), study.slug)).toMatchObject({
    mayAppeal: false,
    appeals: [{ state: 'waiting' }],
  })
  await answerAppeal(inspector, { slug: study.slug, id }, { state: 'upheld', answer: 'Looked at again.' })
  expect((await enrolment(constant())).state).toBe('excluded')
  expect(await act('restore')).toEqual({ state: 'active' })
  await processDue(1000)
  expect(await othersOfGood()).toBe(before)
})

test('one appeal waits at a time, is answered once and in its own study, and none is heard after unsealing', async () => {
  const sent = await Promise.allSettled([
    appeal(good(), study.slug, 'one'),
    appeal(good(), study.slug, 'two'),
  ])
  expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(sent.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
  const { id } = await db.appeal.findFirstOrThrow({ where: { raterId: good().id } })
  const answer = { state: 'declined', answer: 'No.' } as const
  await expect(answerAppeal(inspector, { slug: 'another', id }, answer)).rejects.toEqual(refusal('not_found'))
  const answers = [1, 2].map(() => answerAppeal(inspector, { slug: study.slug, id }, answer))
  expect((await Promise.allSettled(answers)).map(({ status }) => status).sort()).toEqual([
    'fulfilled',
    'rejected',
  ])
  await closeStudy(await operator(), study.slug)
  await appeal(good(), study.slug, 'while it is closed')
  await expect(
    actOnRater(inspector, study.slug, {
      rater: (await enrolment(good())).pseudonym,
      act: 'warn',
      reason: 'late',
    }),
  ).rejects.toEqual(refusal('closed'))
  await db.study.update({ where: { id: study.id }, data: { state: 'unsealed' } })
  await expect(appeal(study.raters[1] as Rater, study.slug, 'too late')).rejects.toEqual(refusal('closed'))
  expect(await ownSheet(study.raters[1] as Rater, study.slug)).toMatchObject({ mayAppeal: false })
})
