import { expect, test } from 'vitest'
import { cellCollector } from './cells'
import { scoreRow, settingsFor } from './small-board'
import { sureViews } from './sure'

const settings = settingsFor({
  models: { a: 'model', b: 'model', human: 'human' },
  prompts: { p1: ['推理'], p2: ['推理'], p3: ['推理'] },
  weights: { accuracy: 1 },
  abilities: [{ path: '推理', weight: 1 }],
})

function viewsOf(scores: Record<string, number[][]>) {
  const collector = cellCollector(settings)
  for (const [model, prompts] of Object.entries(scores))
    for (const [prompt, given] of prompts.entries())
      for (const [rater, score] of given.entries())
        collector.add(
          scoreRow({ prompt: `p${prompt + 1}`, model, criterion: 'accuracy', score, rater: `r${rater}` }),
        )
  return sureViews(settings, collector.judged().cells, (id) => id.split(' by ')[1] ?? '')
}

/** By the median a stands at 3 and b at 4; by the mean it is the other way round: one rater likes a far more. */
const torn = {
  a: [
    [3, 3, 5],
    [3, 3, 5],
    [3, 3, 5],
  ],
  b: [
    [4, 4, 1],
    [4, 4, 1],
    [4, 4, 1],
  ],
  human: [
    [5, 5, 5],
    [5, 5, 4],
    [5, 5, 5],
  ],
}

test('a view is the board by another rule: ranks that differ between views are named', () => {
  const { views, moving } = viewsOf(torn)
  const ranks = Object.fromEntries(
    views.map(({ view, rows }) => [view, rows.map(({ model, rank }) => [model, rank])]),
  )
  expect(ranks['median']).toEqual([
    ['human', null],
    ['b', 1],
    ['a', 2],
  ])
  expect(ranks['mean']).toEqual([
    ['human', null],
    ['a', 1],
    ['b', 2],
  ])
  expect(views.find(({ view }) => view === 'mean')?.rows[1]?.score).toBeCloseTo(11 / 3, 12)
  // All cells of both are in dispute: the board itself has no total of theirs, and a view of them has.
  expect(ranks['agreed']).toEqual([
    ['human', null],
    ['a', null],
    ['b', null],
  ])
  expect(moving).toEqual(['b', 'a'])
})

test('a view that does not exist says why and moves nobody', () => {
  const same = { a: [[4], [4], [4]], b: [[3], [3], [3]] }
  settings.method.ratingsPerTask = 1
  const { views, moving } = viewsOf(same)
  settings.method.ratingsPerTask = 3
  expect(views.find(({ view }) => view === 'p910')).toMatchObject({ reason: 'too-few-raters', rows: [] })
  expect(moving).toEqual([])
})

test('what waits for its ratings is in no view; nothing rated at all gives no view but an empty board', () => {
  const { views } = viewsOf({ a: [[4], [4], [4]] })
  expect(views.map(({ reason }) => reason)).toEqual([null, ...Array.from({ length: 5 }, () => 'no-ratings')])
  expect(views[0]?.rows.every(({ score }) => score === null)).toBe(true)
})
