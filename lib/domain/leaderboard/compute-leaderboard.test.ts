import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json'
import { cellCollector } from './cells'
import { computeLeaderboard } from './compute-leaderboard'
import { scoreRow, settingsFor } from './small-board'
import type { BoardSettings } from './settings'
import type { ScoreRow } from './rating-row'

function boardOf(settings: BoardSettings, rows: ScoreRow[]) {
  const collector = cellCollector(settings)
  for (const row of rows) collector.add(row)
  return computeLeaderboard(settings, collector.judged())
}

/** Three raters give a cell the same score. */
const agreeing = (prompt: string, model: string, scores: Record<string, number>) =>
  Object.entries(scores).flatMap(([criterion, score]) =>
    ['r1', 'r2', 'r3'].map((rater) => scoreRow({ prompt, model, criterion, score, rater })),
  )

/** By hand: a: 推理 (4 + 2)/2 = 3, style 5; with weights 3 and 1: (3·3 + 1·5)/4 = 3.5. 知识: (3·1 + 1·1)/4 = 1. */
const byHand = [
  ...agreeing('p1', 'a', { accuracy: 4, style: 5 }),
  ...agreeing('p2', 'a', { accuracy: 2, style: 5 }),
  ...agreeing('p3', 'a', { accuracy: 1, style: 1 }),
]
const handSettings = () =>
  settingsFor({
    models: { a: 'model' },
    prompts: { p1: ['推理/逻辑'], p2: ['推理'], p3: ['知识'] },
    weights: { accuracy: 3, style: 1 },
    abilities: [
      { path: '推理', weight: 1 },
      { path: '知识', weight: 3 },
    ],
  })

test('abilities and total come out as worked by hand', () => {
  const [row] = boardOf(handSettings(), byHand).rows
  expect(row?.abilities['推理']).toMatchObject({ score: 3.5, n: 2 })
  expect(row?.abilities['知识']).toMatchObject({ score: 1, n: 1, low: null, high: null })
  expect(row?.score).toBeCloseTo((1 * 3.5 + 3 * 1) / 4, 12)
  expect(row?.criteria['accuracy']?.score).toBeCloseTo((1 * 3 + 3 * 1) / 4, 12)
  expect(row?.cells['推理']?.['style']).toMatchObject({ score: 5, n: 2 })
  expect(row?.n).toBe(3)
})

test('the total over prompts weighs each prompt alike', () => {
  const settings = handSettings()
  const [row] = boardOf({ ...settings, method: { ...settings.method, aggregation: 'prompts' } }, byHand).rows
  expect(row?.score).toBeCloseTo((3 * (7 / 3) + 11 / 3) / 4, 12)
})

test('what is not in total is shown and left out of it', () => {
  const settings = handSettings()
  const abilities = settings.abilities.map((each) => ({ ...each, inTotal: each.path !== '知识' }))
  for (const aggregation of ['abilities', 'prompts'] as const) {
    const [row] = boardOf(
      { ...settings, abilities, method: { ...settings.method, aggregation } },
      byHand,
    ).rows
    expect(row?.score).toBe(3.5)
    expect(row?.abilities['知识']?.score).toBe(1)
    expect(row?.n).toBe(2)
  }
})

test('a missing part makes the sum missing: nothing is renormalised, nothing is ranked', () => {
  const board = boardOf(
    handSettings(),
    byHand.filter((row) => row.prompt !== 'p3'),
  )
  expect(board.rows[0]).toMatchObject({ score: null, low: null, rank: null, rankRange: null, n: 2 })
  expect(board.rows[0]?.abilities['知识']).toEqual({ score: null, low: null, high: null, n: 0 })
  expect(board.caveats).toContainEqual({ id: 'missing-total', count: 1 })
})

test('scales that differ are brought to 0 to 100, and the board says so; criteria keep their own', () => {
  const settings = handSettings()
  const criteria = settings.criteria.map((each) =>
    each.id === 'style' ? { ...each, minimum: 0, maximum: 10 } : each,
  )
  const board = boardOf({ ...settings, criteria }, byHand)
  expect(board.caveats).toContainEqual({ id: 'mixed-scales', count: null })
  expect(board.rows[0]?.abilities['推理']?.score).toBeCloseTo((3 * 50 + 1 * 50) / 4, 12)
  expect(board.rows[0]?.criteria['style']?.score).toBeCloseTo((5 + 3 * 1) / 4, 12)
})

test('cells too far apart are left out and counted; the gate says how many', () => {
  const disputed = byHand.map((row, index) => (index === 0 ? { ...row, score: 1 } : row))
  const board = boardOf(handSettings(), disputed)
  expect(board.rows[0]?.needsArbitration).toBe(1)
  expect(board.rows[0]?.cells['推理']?.['accuracy']).toMatchObject({ score: 2, n: 1 })
  expect(board.gates.find((gate) => gate.id === 'arbitration')).toMatchObject({ value: 1, passed: false })
})

test('equal totals share a rank, and reference rows have none', () => {
  const models = { a: 'model', b: 'model', c: 'model', human: 'human' } as const
  const prompts = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`p${index}`, ['推理']]))
  const settings = settingsFor({
    models,
    prompts,
    weights: { accuracy: 1 },
    abilities: [{ path: '推理', weight: 1 }],
  })
  const scores = { a: 4, b: 4, c: 2, human: 5 }
  const rows = Object.keys(prompts).flatMap((prompt) =>
    Object.entries(scores).flatMap(([model, score]) => agreeing(prompt, model, { accuracy: score })),
  )
  const board = boardOf(settings, rows)
  expect(board.rows.map(({ model, rank, rankRange }) => [model, rank, rankRange])).toEqual([
    ['human', null, null],
    ['a', 1, [1, 2]],
    ['b', 1, [1, 2]],
    ['c', 3, [3, 3]],
  ])
  expect(board.gates.every((gate) => gate.passed)).toBe(true)
})

test('the order in which ratings come changes no byte', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(byHand, { minLength: byHand.length }), (rows) => {
      expect(canonicalJson(boardOf(handSettings(), rows))).toBe(
        canonicalJson(boardOf(handSettings(), byHand)),
      )
    }),
    { numRuns: 5 },
  )
})

test('intervals contain their score for scores that vary, and another seed gives others', () => {
  const prompts = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`p${index}`, ['推理']]))
  const settings = settingsFor({
    models: { a: 'model' },
    prompts,
    weights: { accuracy: 1 },
    abilities: [{ path: '推理', weight: 1 }],
  })
  const rows = Object.keys(prompts).flatMap((prompt, index) =>
    agreeing(prompt, 'a', { accuracy: 1 + ((index * 7) % 5) }),
  )
  const [row] = boardOf(settings, rows).rows
  expect(row?.low).toBeLessThan(row?.score ?? 0)
  expect(row?.high).toBeGreaterThan(row?.score ?? 0)
  // A normal interval of the same mean, for comparison: 3 ± 1.96 · √2 / √40.
  expect(row?.low).toBeCloseTo(3 - 0.438, 1)
  const [other] = boardOf({ ...settings, method: { ...settings.method, seed: 2 } }, rows).rows
  expect([other?.low, other?.high]).not.toEqual([row?.low, row?.high])
})
