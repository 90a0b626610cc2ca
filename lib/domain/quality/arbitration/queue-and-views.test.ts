import { expect, test } from 'vitest'
import { normalDraw } from '@/lib/stats/random/draws'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import type { Ratings } from '@/lib/stats/ratings'
import { byConsequence, type DisputedCell } from './queue'
import { cellsUnder } from './views'

const scale = { min: 1, max: 5, step: 1 }
const disputed = (promptId: string, values: number[], more: Partial<DisputedCell> = {}): DisputedCell => ({
  promptId,
  outputId: `${promptId}-o`,
  criterionId: 'c',
  values,
  scale,
  weight: 1,
  since: new Date('2026-11-20'),
  ...more,
})

test('cases come by what their decisions can change: width × weight, summed over the prompt', () => {
  const cells = [
    disputed('narrow', [2, 4]),
    disputed('wide', [1, 5]),
    disputed('two', [1, 4]),
    disputed('two', [2, 5], { outputId: 'another' }),
    disputed('light', [1, 5], { weight: 0.1 }),
    disputed('out of total', [1, 5], { weight: 0 }),
  ]
  expect(byConsequence(cells).map(({ promptId }) => promptId)).toEqual([
    'two',
    'wide',
    'narrow',
    'light',
    'out of total',
  ])
})

test('equals come by age, then by id; cells of a case by their ids', () => {
  const earlier = { since: new Date('2026-11-19') }
  const cells = [disputed('b', [1, 3]), disputed('a', [1, 3]), disputed('c', [3, 5], earlier)]
  expect(byConsequence(cells).map(({ promptId }) => promptId)).toEqual(['c', 'a', 'b'])
  const [both] = byConsequence([
    disputed('p', [1, 5], { outputId: 'z' }),
    disputed('p', [1, 3], { outputId: 'y' }),
  ])
  expect(both?.cells.map(({ outputId }) => outputId)).toEqual(['y', 'z'])
})

test('high and low scores stand alike: the order shows nothing of who is better', () => {
  const random = seededRandom(5)
  const cells = Array.from({ length: 60 }, (_, place) =>
    disputed(`p${place % 20}`, [1 + (random() % 5), 1 + (random() % 5), 1 + (random() % 5)], {
      outputId: `o${place}`,
    }),
  )
  const turned = cells.map((cell) => ({ ...cell, values: cell.values.map((value) => 6 - value) }))
  expect(byConsequence(turned)).toEqual(byConsequence(cells))
})

/** Twelve raters who differ in severity and care, over 40 cells. */
function study(): { ratings: Ratings; quality: number[] } {
  const random = seededRandom(12)
  const quality = Array.from({ length: 40 }, () => 3 + normalDraw(random))
  const rows = quality.flatMap((q, item) =>
    Array.from({ length: 12 }, (_, rater) => ({
      item,
      rater,
      value: q + (rater - 5.5) / 8 + (0.4 + rater / 20) * normalDraw(random),
    })),
  )
  const ratings = {
    items: 40,
    raters: 12,
    item: Int32Array.from(rows, ({ item }) => item),
    rater: Int32Array.from(rows, ({ rater }) => rater),
    value: Float64Array.from(rows, ({ value }) => value),
  }
  return { ratings, quality }
}

test('every view gives each cell a value in the units of the scale', () => {
  const { ratings, quality } = study()
  for (const view of ['median', 'mean', 'trimmed', 'z_scored', 'p910'] as const) {
    const { values } = cellsUnder(view, ratings)
    const errors = quality.map((q, cell) => Math.abs((values?.[cell] ?? Number.NaN) - q))
    expect(Math.max(...errors)).toBeLessThan(1)
  }
})

test('a cell without ratings has no value; a view that does not exist says why', () => {
  const lone: Ratings = {
    items: 2,
    raters: 1,
    item: Int32Array.from([1]),
    rater: Int32Array.from([0]),
    value: Float64Array.from([4]),
  }
  expect(cellsUnder('median', lone)).toEqual({ reason: null, values: [null, 4] })
  expect(cellsUnder('z_scored', lone)).toEqual({ reason: 'constant', values: null })
  expect(cellsUnder('p910', lone)).toEqual({ reason: 'too-few-raters', values: null })
  const none = { ...lone, item: new Int32Array(), rater: new Int32Array(), value: new Float64Array() }
  expect(cellsUnder('mean', none)).toEqual({ reason: 'no-ratings', values: null })
})
