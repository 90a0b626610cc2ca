import { beforeAll, expect, test } from 'vitest'
import { arbitratedStudy, unsealed, type Arbitrated } from '@/e2e/support/arbitrated-study'
import type { Admin } from '@/lib/domain/people/actor'
import { operator } from '@/lib/server/operator'
import { db } from '@/lib/data/db'
import { computeBoard } from '@/lib/data/releases/compute-board'
import { publishRelease } from '@/lib/data/releases/publish-release'
import { cellList } from './cell-list'
import { cellProvenance } from './cell-provenance'
import { sureView } from './sure-view'

let admin: Admin
let study: Arbitrated

beforeAll(async () => {
  admin = await operator()
  study = await arbitratedStudy()
})

const ofCell = (prompt: string, model = 'm0', criterion = 'accuracy') =>
  cellProvenance(admin, study.slug, { prompt, model, criterion })

test('before unsealing nothing of it is shown', async () => {
  await expect(ofCell('p0')).rejects.toMatchObject({ code: 'sealed' })
  await expect(cellList(admin, study.slug, {})).rejects.toMatchObject({ code: 'sealed' })
  await expect(sureView(admin, study.slug)).rejects.toMatchObject({ code: 'sealed' })
  await unsealed(study)
})

test('a cell that extra ratings settled shows which rating lies outside and which was asked for', async () => {
  const cell = await ofCell('p1')
  expect(cell).toMatchObject({
    release: null,
    prompt: 'p1',
    model: { id: 'm0' },
    rubricVersion: 1,
    promptTurns: ['<p>Question 1</p>'],
    outputTurns: ['<p>Answer 1 of kind 0</p>'],
    record: { status: 'agreed', value: 4, by: 'majority', arbitration: { extraRatings: 1, decision: null } },
    decisions: [],
  })
  expect(cell.ratings.map(({ value, kind, counts, reason }) => [value, kind, counts, reason])).toEqual([
    [1, 'live', false, 'outlying'],
    [4, 'live', true, null],
    [4, 'live', true, null],
    [5, 'extra', true, null],
  ])
  expect(cell.ratings.every(({ rater }) => rater.startsWith('r-'))).toBe(true)
  expect(JSON.stringify(cell)).not.toContain(study.raterIds[0])
})

test('a decided cell shows all decisions, the cause, and the ratings that they replace', async () => {
  const cell = await ofCell('p2')
  expect(cell.record).toMatchObject({ value: 2, by: 'inspector', counting: [] })
  expect(cell.decisions).toMatchObject([
    { by: 'inspector', value: 2, cause: 'unclear_rubric', minutes: null, stands: true },
    { by: 'meeting', value: 5, cause: null, minutes: 'We talked.', present: ['a', 'b'], stands: false },
  ])
  expect(cell.ratings.map(({ reason }) => reason)).toEqual(Array.from({ length: 5 }, () => 'arbitrated'))
})

test('a cell in dispute has no value; one that a lot took a rating from says so; a sheet’s other cells were not asked', async () => {
  expect((await ofCell('p3')).record).toMatchObject({ status: 'needs_arbitration', value: null })
  const lost = await ofCell('p4')
  expect(lost.record).toMatchObject({ status: 'agreed', value: 2, by: 'rule', arbitration: null })
  expect(lost.ratings.map(({ kind, counts, reason }) => [kind, counts, reason])).toEqual([
    ['live', false, 'lot_failed'],
    ['live', true, null],
    ['live', true, null],
    ['live', true, null],
  ])
  expect((await ofCell('p1', 'm1')).ratings.at(-1)).toMatchObject({ counts: false, reason: 'not_asked' })
})

test('a cell of an anchored prompt, and one that does not exist, are not found', async () => {
  await expect(ofCell('p5')).rejects.toMatchObject({ code: 'not_found' })
  await expect(ofCell('p0', 'm9')).rejects.toMatchObject({ code: 'not_found' })
  await expect(ofCell('p0', 'm0', 'charm')).rejects.toMatchObject({ code: 'not_found' })
})

test('versions of an agreed score are its history, and what a correction changes is its next version', async () => {
  await publishRelease(admin, study.slug, { seed: 1, waivers: { arbitration: 'in dispute' } })
  expect(await ofCell('p0')).toMatchObject({ release: 1, record: { version: 1 }, history: [] })
  const live = await db.rating.findFirstOrThrow({
    where: { assignment: { taskId: study.task(0), raterId: study.raterIds[0] ?? '' } },
    include: { scores: true },
  })
  const rows = live.scores.map(({ outputId, criterionId }) => ({ outputId, criterionId, value: 5 }))
  await db.rating.create({
    data: { assignmentId: live.assignmentId, revision: 2, dwellMs: 1, scores: { create: rows } },
  })
  const corrected = await ofCell('p0')
  expect(corrected.record).toMatchObject({ value: 5, version: 2 })
  expect(corrected.history).toMatchObject([{ version: 1, value: 4, by: 'rule' }])
  expect(corrected.ratings.map(({ revision, reason }) => [revision, reason])).toEqual([
    [1, 'superseded'],
    [1, null],
    [1, null],
    [2, null],
  ])
})

test('the list has what is in dispute first, what was next, without anchored prompts, page by page', async () => {
  const all = await cellList(admin, study.slug, {})
  expect(all.found).toBe(20)
  expect(
    all.rows.slice(0, 3).map(({ prompt, criterion, status, by }) => [prompt, criterion.id, status, by]),
  ).toEqual([
    ['p3', 'accuracy', 'needs_arbitration', null],
    ['p1', 'accuracy', 'agreed', 'majority'],
    ['p2', 'accuracy', 'agreed', 'inspector'],
  ])
  expect(all.prompts).toEqual(['p0', 'p1', 'p2', 'p3', 'p4'])
  const filtered = await cellList(admin, study.slug, { model: 'm0', criterion: 'accuracy', disputed: true })
  expect(filtered.rows.map(({ prompt, value }) => [prompt, value])).toEqual([
    ['p3', null],
    ['p1', 4],
    ['p2', 2],
  ])
  expect((await cellList(admin, study.slug, { page: 2 })).rows).toEqual([])
})

test('how sure: the board itself stands beside its views, with the totals of the board', async () => {
  const board = await computeBoard(admin, study.slug, { seed: 1 })
  const { views } = await sureView(admin, study.slug)
  expect(views.map(({ view }) => view)).toEqual(['agreed', 'median', 'mean', 'trimmed', 'z_scored', 'p910'])
  const own = Object.fromEntries(board.rows.map(({ model, score, rank }) => [model, [score, rank]]))
  for (const { model, score, rank } of views[0]?.rows ?? []) expect([score, rank]).toEqual(own[model])
  const median = views[1]?.rows.find(({ model }) => model === 'm1')
  expect(median?.score).toBeCloseTo(own['m1']?.[0] ?? Number.NaN, 9)
})
