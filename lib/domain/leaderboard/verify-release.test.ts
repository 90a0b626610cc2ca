import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { agreedLookup } from './agreed-lookup'
import { canonicalJson } from './canonical-json'
import { cellCollector } from './cells'
import { chainGates } from './chain-gates'
import { computeLeaderboard } from './compute-leaderboard'
import { ratingsHeader, ratingsLine } from './ratings-file'
import { askedByArbitration, decisionKind, type RatingRow } from './rating-row'
import { settingsFor } from './small-board'
import type { BoardSettings } from './settings'
import { verifyRelease } from './verify-release'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const sha256 = async (text: string) => hash(text)
const releaseFileName = 'release.json'

/** A release as it was published before disputes were settled: written by the program of that time, kept as it is. */
const earlier = (name: string) =>
  readFileSync(new URL(`./earlier-release/${name}`, import.meta.url), { encoding: 'utf8' })

const settings: BoardSettings = settingsFor({
  models: { a: 'model', b: 'model' },
  prompts: { p1: ['推理'], p2: ['推理'] },
  weights: { accuracy: 1 },
  abilities: [{ path: '推理', weight: 1 }],
})
settings.method.resamples = 20
settings.method.arbitration = { settled_by: 'majority', extra_ratings: 2, unit: 'steps' }

type Said = Pick<RatingRow, 'prompt' | 'model' | 'rater' | 'score'> & Partial<RatingRow>

function rated(said: Said): Omit<RatingRow, 'agreed'> {
  const own = { rating_id: `${said.prompt} ${said.model} ${said.rater}`, revision: 1, assignment_id: 'a' }
  return {
    ...own,
    kind: 'live',
    label: 'A',
    position: 1,
    criterion: 'accuracy',
    counts: true,
    reason: null,
    rubric_version: 1,
    seconds: 4,
    submitted_at: '2026-11-22T00:00:00.000Z',
    comment: null,
    ...said,
  }
}

const three = (prompt: string, model: string, scores: number[]) =>
  scores.map((score, rater) => rated({ prompt, model, rater: `r${rater}`, score }))
const asked = { kind: 'extra', reason: askedByArbitration }
const decided = { kind: decisionKind, rater: '', label: '', position: null, seconds: null }

/** p1: agreed, and settled by an extra rating. p2: decided by a person, of two decisions the first; and in dispute. */
const rows = [
  ...three('p1', 'a', [4, 5, 4]),
  ...three('p1', 'b', [1, 4, 4]),
  ...three('p2', 'a', [1, 3, 5]),
  ...three('p2', 'b', [1, 5, 5]),
  rated({ ...asked, prompt: 'p1', model: 'b', rater: 'r9', score: 5 }),
  // An ordinary rating in place of one that stopped counting settles nothing.
  rated({ prompt: 'p2', model: 'b', rater: 'r8', score: 5, kind: 'extra' }),
  rated({ ...decided, rating_id: 'd1', prompt: 'p2', model: 'a', score: 2, reason: 'meeting' }),
  rated({
    ...decided,
    rating_id: 'd2',
    prompt: 'p2',
    model: 'a',
    score: 5,
    reason: 'later_decision',
    counts: false,
  }),
]

function published(lines = rows) {
  const collector = cellCollector(settings)
  for (const row of lines) collector.add(row)
  const judged = collector.judged()
  const lots = { formed: 2, passed: 1, waiting: 1, notReopened: 0 }
  const checks = { gold: { cells: 10, inside: 9 }, repeat: { cells: 0, near: 0 }, mark: 0.8 }
  const board = computeLeaderboard(settings, judged, {
    chain: chainGates({ checks, lots }),
    waivers: {
      spot_check: { by: 'admin', reason: 'late' },
      arbitration: { by: 'admin', reason: 'no arbiter' },
    },
  })
  const agreed = agreedLookup(settings, judged.cells)
  const csv = ratingsHeader + lines.map((row) => ratingsLine({ ...row, agreed: agreed(row) })).join('')
  const ratings = { name: 'ratings.csv', sha256: hash(csv), rows: lines.length }
  const software = { name: 'mangping', version: '0' }
  const content = { format: 'mangping-release-1', software, ...settings, board, ratings }
  const release = { release: 1, publishedAt: 'now', sha256: hash(canonicalJson(content)), content }
  return { judged, board, csv, release }
}

test('a cell takes what was agreed, settled by extra ratings, or decided; what is still in dispute has no value', () => {
  const { judged, board } = published()
  expect(judged.cells.map(({ agreement }) => agreement)).toEqual([
    { status: 'agreed', value: 4 },
    { status: 'agreed', value: 4 },
    { status: 'agreed', value: 2 },
    { status: 'needs_arbitration' },
  ])
  expect(board.rows.map(({ model, score }) => [model, score])).toEqual([
    ['b', 4],
    ['a', 3],
  ])
  // A decision is nobody's rating.
  expect(board.evidence).toMatchObject({ raters: 5, ratings: 14, scores: 14 })
  expect(board.gates.map(({ id, value, passed }) => [id, value, passed])).toEqual([
    ['coverage', 1, true],
    ['arbitration', 1, false],
    ['raters', 5, true],
    ['checks', 0.9, true],
    ['spot_check', 0.5, false],
    ['agreement', expect.any(Number), true],
  ])
})

test('a release with arbitration is recomputed from its ratings file alone', async () => {
  const { csv, release } = published()
  const found = await verifyRelease({ releaseFileName, release, ratingsCsv: csv, sha256 })
  expect(found).toEqual({ ok: true, cells: 4, firstDifference: null })
})

test('a decision, an extra rating or the terms changed afterwards are found out, cell by cell', async () => {
  const { csv, release } = published()
  const verified = (text: string, stated: unknown = release) =>
    verifyRelease({ releaseFileName, release: stated, ratingsCsv: text, sha256 })
  const decision = await verified(csv.replace(/^(d1,.*,accuracy),2,/m, '$1,3,'))
  expect(decision.firstDifference).toMatchObject({ file: 'ratings.csv', stated: 2, computed: 3 })
  const notAsked = await verified(csv.replace(/,extra,(.*),true,arbitration,/, ',extra,$1,true,,'))
  expect(notAsked.firstDifference).toMatchObject({ stated: 4, computed: null })
  expect(notAsked.firstDifference?.path).toContain('p1 × b × accuracy')
  const terms = structuredClone(release)
  if (terms.content.method.arbitration) terms.content.method.arbitration.settled_by = 'nearest'
  expect((await verified(csv, terms)).firstDifference).toMatchObject({ stated: 4, computed: 4.5 })
})

test('the order of arrival decides where the latest is combined with the nearest, and stands in the file', () => {
  const nearest = { settled_by: 'nearest', extra_ratings: 2, unit: 'steps' } as const
  const method = { ...settings.method, ratingsPerTask: 2, rule: 'mean' as const, arbitration: nearest }
  const valueOf = (scores: number[]) => {
    const collector = cellCollector({ ...settings, method })
    for (const row of three('p1', 'a', [1, 5])) collector.add(row)
    for (const [place, score] of scores.entries())
      collector.add(rated({ ...asked, prompt: 'p1', model: 'a', rater: `e${place}`, score }))
    return collector.judged().cells[0]?.agreement
  }
  expect(valueOf([3])).toEqual({ status: 'needs_arbitration' })
  expect(valueOf([3, 4])).toEqual({ status: 'needs_arbitration' })
  expect(valueOf([3, 2.4])).toEqual({ status: 'agreed', value: 2.7 })
  expect(valueOf([2.4, 3])).toEqual({ status: 'agreed', value: 2.7 })
  expect(valueOf([2, 4.2])).toEqual({ status: 'agreed', value: 4.6 })
  expect(valueOf([4.2, 2])).toEqual({ status: 'agreed', value: 1.5 })
})

test('an extra rating does not stand in for one of the k that stopped counting', () => {
  const collector = cellCollector(settings)
  for (const row of three('p1', 'a', [1, 5, 5]))
    collector.add(row.rater === 'r2' ? { ...row, counts: false, reason: 'excluded' } : row)
  collector.add(rated({ ...asked, prompt: 'p1', model: 'a', rater: 'r9', score: 5 }))
  expect(collector.judged().cells[0]?.agreement).toEqual({ status: 'incomplete' })
})

test('a release from before disputes were settled verifies as it did, and one changed score in it is found', async () => {
  const release: unknown = JSON.parse(earlier('release.json'))
  const csv = earlier('ratings.csv')
  const found = await verifyRelease({ releaseFileName, release, ratingsCsv: csv, sha256 })
  expect(found).toEqual({ ok: true, cells: 24, firstDifference: null })
  const changed = csv.replace(/^(rating-0-0,.*,accuracy),2,true/m, '$1,5,true')
  expect(changed).not.toBe(csv)
  const wrong = await verifyRelease({ releaseFileName, release, ratingsCsv: changed, sha256 })
  expect(wrong.firstDifference).toMatchObject({ file: 'ratings.csv', stated: 2, computed: null })
})
