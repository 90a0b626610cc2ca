import { expect, test } from 'vitest'
import type { SureRow, SureView } from '@/lib/domain/quality/views/provenance-view'
import { rankLines } from './rank-lines'

const rows = (ranks: Record<string, number | null>): SureRow[] =>
  Object.entries(ranks).map(([model, rank]) => ({ model, name: model.toUpperCase(), score: 1, rank }))

const views: SureView['views'] = [
  { view: 'agreed', reason: null, rows: rows({ a: 1, b: 2, c: 3, human: null }) },
  { view: 'p910', reason: 'unbounded', rows: [] },
  { view: 'mean', reason: null, rows: rows({ b: 1, a: 1, c: 3, human: null }) },
]

test('a line a ranked model, over views that exist; equals keep the order they had, who moves is drawn last', () => {
  const lines = rankLines({ views, moving: ['b'] })
  expect(lines.map(({ model, moves }) => [model, moves])).toEqual([
    ['a', false],
    ['c', false],
    ['b', true],
  ])
  expect(lines.map(({ points }) => points.map(({ view, slot }) => [view, slot]))).toEqual([
    [
      [0, 0],
      [1, 0],
    ],
    [
      [0, 2],
      [1, 2],
    ],
    [
      [0, 1],
      [1, 1],
    ],
  ])
})

test('a model without a rank in one view has a gap there and stands last where it comes back', () => {
  const gap: SureView['views'] = [
    { view: 'agreed', reason: null, rows: rows({ a: null, b: 1 }) },
    { view: 'mean', reason: null, rows: rows({ a: 1, b: 1 }) },
  ]
  const [a, b] = ['a', 'b'].map((model) =>
    rankLines({ views: gap, moving: [] }).find((each) => each.model === model),
  )
  expect(a?.points.map(({ view, slot }) => [view, slot])).toEqual([[1, 1]])
  expect(b?.points.map(({ view, slot }) => [view, slot])).toEqual([
    [0, 0],
    [1, 0],
  ])
})
