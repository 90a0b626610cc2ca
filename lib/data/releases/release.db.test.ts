import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { openedStudy } from '@/e2e/support/study-factory'
import { canonicalJson } from '@/lib/domain/leaderboard/canonical-json'
import { groupBy } from '@/lib/domain/group-by'
import { verifyRelease } from '@/lib/domain/leaderboard/verify-release'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import type { Admin } from '@/lib/domain/people/actor'
import { operator } from '@/lib/server/operator'
import { db } from '@/lib/data/db'
import { claimTasks } from '@/lib/data/desk/assignments'
import { submitRating } from '@/lib/data/desk/ratings'
import { exportAgreed } from '@/lib/data/exports/export-agreed'
import { exportRatings } from '@/lib/data/exports/export-ratings'
import { closeStudy, unsealStudy } from '@/lib/data/studies/lifecycle'
import { computeBoard } from './compute-board'
import { publishRelease } from './publish-release'
import { publishedBoards, publishedRatingsFile, publishedRelease, publishedReleaseFile } from './published'

const sha256 = async (text: string) => createHash('sha256').update(text).digest('hex')
const waivers = { arbitration: 'no arbiter in this test', coverage: 'one cell could not be judged' }

let admin: Admin
let study: Awaited<ReturnType<typeof openedStudy>>

/** Three raters; the texts say which model wrote them, so that scores can differ by model and rater. */
beforeAll(async () => {
  admin = await operator()
  study = await openedStudy({ prompts: 12, models: 3, k: 3 }, 3)
  for (const [who, rater] of study.raters.entries()) {
    for (let turn = 0; turn < 12; turn += 1) {
      const { task } = await claimTasks(rater, study.slug, 1)
      if (task) await submitRating(rater, study.slug, judged(task, who))
    }
  }
})

function judged(task: BlindTask, who: number) {
  const scores = task.outputs.map(({ label, turns }) => {
    const [, prompt = '0', kind = '0'] = /Answer (\d+) of kind (\d+)/.exec(String(turns[0])) ?? []
    const base = 2 + Number(kind)
    const odd = who === 2 && Number(prompt) % 5 === 0 && kind === '0' ? 3 : 0
    return [label, { accuracy: base + odd, style: Math.min(5, base + (who % 2)) }]
  })
  return {
    assignmentId: task.assignmentId,
    idempotencyKey: crypto.randomUUID(),
    scores: Object.fromEntries(scores),
    comments: { A: '=1+1, says "rater"' },
    cannotJudge: {},
    dwellMs: 4200,
  }
}

async function exported(run: typeof exportRatings | typeof exportAgreed, format: 'csv' | 'jsonl' = 'csv') {
  let text = ''
  const rows = await run(admin, study.slug, { format, sink: (piece) => void (text += piece) })
  return { text, rows }
}

const records = (csv: string): Record<string, string>[] => parse(csv, { columns: true })

test('while a study is sealed its board and agreed scores are refused', async () => {
  await expect(computeBoard(admin, study.slug, { seed: 1 })).rejects.toMatchObject({ code: 'sealed' })
  await expect(publishRelease(admin, study.slug, { seed: 1, waivers })).rejects.toMatchObject({
    code: 'sealed',
  })
  await expect(exported(exportAgreed)).rejects.toMatchObject({ code: 'sealed' })
})

test('a sealed export names outputs and prompts by codes of its own and gives no comment or result', async () => {
  const { text, rows } = await exported(exportRatings)
  const table = records(text)
  expect(rows).toBe(12 * 3 * 2 * 3)
  expect(table).toHaveLength(rows)
  expect(new Set(table.map((row) => row['model'])).size).toBe(36)
  expect(new Set(table.map((row) => row['prompt'])).size).toBe(12)
  expect(table.some((row) => row['comment'] || row['agreed'])).toBe(false)
  expect(text).not.toMatch(/,m\d,|,p\d+,/)
  const again = records((await exported(exportRatings)).text)
  expect(again.some((row) => row['model'] === table[0]?.['model'])).toBe(false)
})

test('an unsealed study is published twice with the same bytes, and both releases verify', async () => {
  await closeStudy(admin, study.slug)
  await unsealStudy(admin, study.slug, 'no arbiter in this test')
  await expect(publishRelease(admin, study.slug, { seed: 5, waivers: {} })).rejects.toMatchObject({
    code: 'blocked',
  })
  const first = await publishRelease(admin, study.slug, { seed: 5, waivers })
  const versions = await db.agreedScore.count({ where: { output: { studyId: study.id } } })
  const second = await publishRelease(admin, study.slug, { seed: 5, waivers })
  expect([first.number, second.number]).toEqual([1, 2])
  expect(second.sha256).toBe(first.sha256)
  expect(versions).toBe(72)
  expect(await db.agreedScore.count({ where: { output: { studyId: study.id } } })).toBe(versions)
  for (const number of [1, 2]) {
    const release = await publishedReleaseFile(study.slug, number)
    const { csv } = await publishedRatingsFile(study.slug, number)
    expect(await sha256(canonicalJson(release.content))).toBe(first.sha256)
    const found = await verifyRelease({ releaseFileName: 'release.json', release, ratingsCsv: csv, sha256 })
    expect(found).toEqual({ ok: true, cells: 72, firstDifference: null })
  }
  expect((await publishedBoards()).find((board) => board.slug === study.slug)?.release).toBe(2)
  const other = await publishRelease(admin, study.slug, { seed: 6, waivers })
  expect(other.sha256).not.toBe(first.sha256)
})

test('a score changed in the ratings file is named, and so is a figure changed in the release', async () => {
  const release = await publishedReleaseFile(study.slug, 1)
  const { csv } = await publishedRatingsFile(study.slug, 1)
  const lines = csv.split('\n')
  const at = lines.findIndex((line) => /,m2,.*,accuracy,4,true/.test(line))
  const tampered = lines
    .map((line, index) => (index === at ? line.replace(',accuracy,4,', ',accuracy,1,') : line))
    .join('\n')
  const inRatings = await verifyRelease({
    releaseFileName: 'release.json',
    release,
    ratingsCsv: tampered,
    sha256,
  })
  expect(inRatings.ok).toBe(false)
  expect(inRatings.firstDifference).toMatchObject({ file: 'ratings.csv', stated: 4, computed: null })
  expect(inRatings.firstDifference?.path).toContain('m2 × accuracy')
  // Two raters agree without the third: the cell's score stays, the file is still not the one that was hashed.
  const quiet = csv.replace(',accuracy,4,true', ',accuracy,5,true')
  const inFile = await verifyRelease({ releaseFileName: 'release.json', release, ratingsCsv: quiet, sha256 })
  expect(inFile.firstDifference).toMatchObject({ file: 'ratings.csv', path: 'sha256' })
  const forged = JSON.parse(JSON.stringify(release).replace(/"score":4[.\d]*/, '"score":4.9'))
  const inBoard = await verifyRelease({
    releaseFileName: 'release.json',
    release: forged,
    ratingsCsv: csv,
    sha256,
  })
  expect(inBoard.firstDifference).toMatchObject({ file: 'release.json', stated: 4.9 })
})

test('an independent recomputation from the export equals every score', async () => {
  const table = records((await exported(exportRatings)).text)
  const release = await publishedRelease(study.slug, null)
  const prompts = new Map(release?.content.prompts.map((prompt) => [prompt.id, prompt.abilities[0] ?? '']))
  const cells = groupBy(
    table.filter((row) => row['counts'] === 'true'),
    (row) => `${row['prompt']}|${row['model']}|${row['criterion']}`,
  )
  const means = new Map<string, number[]>()
  for (const [cell, rows] of cells) {
    const [prompt = '', model, criterion] = cell.split('|')
    const sorted = rows.map((row) => Number(row['score'])).sort()
    const [low = 0, middle = 0, high = 0] = sorted
    if (high - low > 1) continue
    expect(Number(rows[0]?.['agreed'])).toBe(middle)
    const key = `${model}|${prompts.get(prompt)}|${criterion}`
    means.set(key, [...(means.get(key) ?? []), middle])
  }
  const average = (values: number[] = []) => values.reduce((sum, value) => sum + value, 0) / values.length
  for (const row of release?.content.board.rows ?? []) {
    const abilities = ['推理', '知识'].map((path) => {
      const both = ['accuracy', 'style'].map((criterion) =>
        average(means.get(`${row.model}|${path}|${criterion}`)),
      )
      expect(row.abilities[path]?.score).toBeCloseTo(average(both), 9)
      return average(both)
    })
    expect(row.score).toBeCloseTo(average(abilities), 9)
  }
  expect(release?.content.board.rows.map((row) => row.rank)).toEqual([1, 2, 3])
})

test('an excluded rating stays on record and stops counting, in a new version of the agreed score', async () => {
  const rating = await db.rating.findFirstOrThrow({
    where: { assignment: { studyId: study.id } },
    orderBy: { sequence: 'asc' },
  })
  await db.countingDecision.create({
    data: { ratingId: rating.id, counts: false, reason: '=slip', byId: admin.id },
  })
  const { text } = await exported(exportRatings)
  const own = records(text).filter((row) => row['rating_id'] === rating.id)
  expect(own).toHaveLength(6)
  expect(own.every((row) => row['counts'] === 'false' && row['reason'] === "'=slip")).toBe(true)
  const board = await computeBoard(admin, study.slug, { seed: 5 })
  expect(board.gates.find((gate) => gate.id === 'coverage')?.passed).toBe(false)
  const json = await exported(exportRatings, 'jsonl')
  expect(JSON.parse(json.text.split('\n')[0] ?? '')).toMatchObject({
    rating_id: rating.id,
    counts: false,
    reason: '=slip',
  })
  const agreed = records((await exported(exportAgreed)).text)
  expect(agreed.filter((row) => row['status'] === 'incomplete')).toHaveLength(6)
})
