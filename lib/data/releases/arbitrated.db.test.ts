import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { arbitratedStudy, unsealed, type Arbitrated } from '@/e2e/support/arbitrated-study'
import { verifyRelease } from '@/lib/domain/leaderboard/verify-release'
import type { Admin } from '@/lib/domain/people/actor'
import { operator } from '@/lib/server/operator'
import { db } from '@/lib/data/db'
import { exportAgreed } from '@/lib/data/exports/export-agreed'
import { exportRatings } from '@/lib/data/exports/export-ratings'
import { settleTasks } from '@/lib/data/cells/settling/settle-task'
import { disputedCells } from '@/lib/data/studies/disputes'
import { studyStatus } from '@/lib/data/studies/status'
import { computeBoard } from './compute-board'
import { publishRelease } from './publish-release'
import { publishedRatingsFile, publishedReleaseFile } from './published'

let admin: Admin
let study: Arbitrated
const sha256 = async (text: string) => createHash('sha256').update(text).digest('hex')
const waivers = { arbitration: 'one cell stays in dispute' }
type Line = Record<string, string>
const records = (csv: string): Line[] => parse(csv, { columns: true })

beforeAll(async () => {
  admin = await operator()
  study = await arbitratedStudy()
})

async function exported(run: typeof exportRatings | typeof exportAgreed): Promise<Line[]> {
  let text = ''
  await run(admin, study.slug, { format: 'csv', sink: (piece) => void (text += piece) })
  return records(text)
}

const gateOf = async (id: string) =>
  (await computeBoard(admin, study.slug, { seed: 1 })).gates.find((gate) => gate.id === id)
const ofCell = (lines: Line[], prompt: string, model = 'm0') =>
  lines.filter(
    (line) => line['prompt'] === prompt && line['model'] === model && line['criterion'] === 'accuracy',
  )

test('a sealed export says why scores do not count, and has neither checks nor results', async () => {
  const lines = await exported(exportRatings)
  expect(new Set(lines.map((line) => line['kind']))).toEqual(new Set(['live', 'extra', 'arbitration']))
  const reasons = new Set(lines.map((line) => line['reason']))
  expect(reasons).toEqual(
    new Set(['', 'arbitration', 'not_asked', 'lot_failed', 'inspector', 'later_decision', 'anchored']),
  )
  expect(lines.every((line) => line['agreed'] === '' && !/^(m|p)\d$/.test(line['model'] ?? ''))).toBe(true)
})

test('status is about live work: no anchored prompt, and what stopped counting completes nothing', async () => {
  expect(await studyStatus(admin, study.slug)).toMatchObject({
    tasks: 5,
    complete: 4,
    ratings: 15,
    needsArbitration: 1,
  })
})

test('each cell takes what was agreed, settled or decided, and a release of it verifies from its file', async () => {
  await unsealed(study)
  const first = await publishRelease(admin, study.slug, { seed: 1, waivers })
  const release = await publishedReleaseFile(study.slug, first.number)
  const { csv, rows } = await publishedRatingsFile(study.slug, first.number)
  const found = await verifyRelease({ releaseFileName: 'release.json', release, ratingsCsv: csv, sha256 })
  expect(found).toEqual({ ok: true, cells: 20, firstDifference: null })
  const lines = records(csv)
  expect(lines).toHaveLength(rows)
  const agreed = ['p0', 'p1', 'p2', 'p3', 'p4'].map(
    (prompt) => new Set(ofCell(lines, prompt).map((line) => line['agreed'])),
  )
  expect(agreed.map((values) => [...values])).toEqual([['4'], ['4'], ['2'], [''], ['2']])
  expect(lines.some((line) => line['prompt'] === 'p5')).toBe(false)
  const decisions = lines.filter((line) => line['kind'] === 'arbitration')
  expect(decisions.map(({ score, counts, reason, rater }) => [score, counts, reason, rater])).toEqual([
    ['2', 'true', 'inspector', ''],
    ['5', 'false', 'later_decision', ''],
  ])
  expect(csv).not.toContain('We talked')
  const second = await publishRelease(admin, study.slug, { seed: 1, waivers })
  expect(second.sha256).toBe(first.sha256)
})

test('what the worker settled is what the board takes: publishing after it writes no version of its own', async () => {
  const other = await arbitratedStudy()
  const tasks = await db.task.findMany({ where: { studyId: other.id }, select: { id: true } })
  await db.$transaction((tx) =>
    settleTasks(
      tx,
      other.id,
      tasks.map(({ id }) => id),
    ),
  )
  const where = { output: { studyId: other.id } }
  const settled = await db.agreedScore.findMany({ where, orderBy: { id: 'asc' } })
  expect(settled).toHaveLength(20)
  expect(await db.waitingCell.count({ where: { taskId: { in: tasks.map(({ id }) => id) } } })).toBe(1)
  await unsealed(other)
  await publishRelease(admin, other.slug, { seed: 1, waivers })
  expect(await db.agreedScore.findMany({ where, orderBy: { id: 'asc' } })).toEqual(settled)
})

test('gates: coverage without the anchored prompt, one cell in dispute, nothing to say of checks and lots', async () => {
  const { gates } = await computeBoard(admin, study.slug, { seed: 1 })
  expect(gates.map(({ id, value, passed }) => [id, value, passed])).toEqual([
    ['coverage', 1, true],
    ['arbitration', 1, false],
    ['raters', 5, true],
    ['checks', null, true],
    ['spot_check', null, true],
    ['agreement', expect.any(Number), true],
  ])
  expect(await disputedCells(db, study.id)).toBe(1)
})

test('agreed scores are kept with their record, and publishing again writes none anew', async () => {
  const versions = await db.agreedScore.findMany({ where: { output: { studyId: study.id } } })
  expect(versions).toHaveLength(20)
  expect(versions.find(({ outputId }) => outputId === study.output(1, 0))?.provenance).toMatchObject({
    version: 1,
  })
  const decided = versions.find((each) => each.outputId === study.output(2, 0) && each.value === 2)
  expect(decided?.provenance).toMatchObject({
    version: 1,
    status: 'agreed',
    by: 'inspector',
    counting: [],
    arbitration: { extraRatings: 2, decision: { by: 'inspector', value: 2 } },
  })
})

test('hidden checks and lots that do not hold close their gates until they are waived', async () => {
  const check = await db.assignment.findFirstOrThrow({ where: { studyId: study.id, kind: 'check' } })
  await db.check.create({
    data: {
      assignmentId: check.id,
      kind: 'gold',
      expected: [],
      outcome: { cells: 4, inside: 3, biasSteps: 0, errorSteps: 1 },
    },
  })
  expect(await gateOf('checks')).toMatchObject({ value: 0.75, threshold: 0.8, passed: false })
  const { id: roundId } = await db.round.findFirstOrThrow({ where: { studyId: study.id } })
  const [raterId = ''] = study.raterIds
  const lot = await db.lot.create({ data: { roundId, raterId, plan: {}, seed: 1 } })
  expect(await gateOf('spot_check')).toMatchObject({ value: 0, passed: false })
  const rating = await db.rating.findFirstOrThrow({
    where: { assignment: { taskId: study.task(0), raterId } },
    include: { scores: true },
  })
  await db.lotRating.create({
    data: { lotId: lot.id, assignmentId: rating.assignmentId, ratingId: rating.id },
  })
  await db.lot.update({ where: { id: lot.id }, data: { state: 'failed', decidedAt: new Date() } })
  expect(await gateOf('spot_check')).toMatchObject({ passed: false })
  const byId = admin.id
  const outputs = [...new Set(rating.scores.map(({ outputId }) => outputId))]
  // One output was found right, the other has stopped counting: nothing of a failed lot counts unseen.
  await db.inspection.create({
    data: {
      lotId: lot.id,
      ratingId: rating.id,
      outputId: outputs[0] ?? '',
      place: 0,
      error: false,
      ...(await committed(check.id)),
    },
  })
  await db.countingDecision.create({
    data: { ratingId: rating.id, outputId: outputs[1] ?? '', counts: false, reason: 'lot_failed', byId },
  })
  expect(await gateOf('spot_check')).toMatchObject({ value: 0, passed: true })
  await db.countingDecision.create({
    data: { ratingId: rating.id, outputId: outputs[1] ?? '', counts: true, reason: 'restored', byId },
  })
  const blocked = publishRelease(admin, study.slug, { seed: 1, waivers })
  await expect(blocked).rejects.toMatchObject({
    code: 'blocked',
    more: { problems: [{ field: 'checks' }, { field: 'spot_check' }] },
  })
  const { number } = await publishRelease(admin, study.slug, {
    seed: 1,
    waivers: { ...waivers, checks: 'few', spot_check: 'late' },
  })
  const release = await publishedReleaseFile(study.slug, number)
  const { csv } = await publishedRatingsFile(study.slug, number)
  expect(
    await verifyRelease({ releaseFileName: 'release.json', release, ratingsCsv: csv, sha256 }),
  ).toMatchObject({ ok: true })
})

const committed = async (assignmentId: string) => ({ assignmentId, judged: {}, committedAt: new Date() })

test('after a repair of the rubric old scores count for what was carried on, and no more for what was changed', async () => {
  const fields = { minimum: 1, maximum: 5, step: 1, levels: [] }
  await db.rubric.create({
    data: {
      studyId: study.id,
      version: 2,
      criteria: {
        create: [
          {
            ...fields,
            key: 'accuracy',
            position: 0,
            name: { en: 'accuracy' },
            sameAs: study.criterion('accuracy'),
          },
          { ...fields, key: 'style', position: 1, name: { en: 'style' } },
        ],
      },
    },
  })
  const extra = { prompt: 3, rater: 3, kind: 'extra', asked: [[0, 'accuracy']] } as const
  const before = await disputedCells(db, study.id)
  // Given under the new version, asked for under the old one.
  await study.say({
    ...extra,
    asked: [[0, 'accuracy']],
    values: [
      { accuracy: 4, style: 1 },
      { accuracy: 1, style: 1 },
    ],
  })
  expect([before, await disputedCells(db, study.id)]).toEqual([1, 0])
  const agreed = ofCell(await exported(exportAgreed), 'p3')
  expect(agreed).toMatchObject([{ agreed: '4', status: 'agreed', scores: '4', rubric_version: '2' }])
  const styles = (await exported(exportRatings)).filter((line) => line['criterion'] === 'style')
  expect(new Set(styles.map((line) => line['reason']))).toEqual(new Set(['rubric_version', 'not_asked']))
  expect(await gateOf('arbitration')).toMatchObject({ value: 0, passed: true })
  expect(await gateOf('coverage')).toMatchObject({ value: 0.5 })
})
