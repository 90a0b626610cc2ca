import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparisonCounts } from '@/lib/stats/comparisons/comparison-counts'
import { comparisonsOf } from '@/lib/stats/comparisons/examples'
import { pairCells } from './pair-cells'
import { promptContents } from './prompt-contents'

test('prompts with equal comparisons stand once, in whatever order and on whichever side', () => {
  const rows = [
    [0, 1, 1, 0],
    [1, 2, 0, 0],
    [2, 1, 0, 4],
    [1, 0, -1, 4],
    [0, 1, 1, 2],
  ]
  const comparisons = comparisonsOf(3, rows)
  const contents = promptContents(pairCells(comparisonCounts(comparisons)), comparisons)
  expect([...contents.times]).toEqual([2, 1])
  expect([...contents.starts]).toEqual([0, 2, 3])
  expect([...contents.places]).toEqual([2, 4, 2])
  expect(contents.prompts).toBe(2 + 1)
})

test('all contents together are all comparisons', () => {
  const row = fc.tuple(fc.nat(2), fc.integer({ min: -1, max: 1 }), fc.nat(30))
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (drawn) => {
      const comparisons = comparisonsOf(
        4,
        drawn.map(([model, said, prompt]) => [model, model + 1, said, prompt]),
      )
      const cells = pairCells(comparisonCounts(comparisons))
      const { starts, places, times, prompts } = promptContents(cells, comparisons)
      const outcomes = cells.outcomes.map(() => 0)
      times.forEach((many, content) => {
        for (const place of places.subarray(starts[content], starts[content + 1]))
          outcomes[place] = (outcomes[place] ?? 0) + many
      })
      expect(outcomes).toEqual(cells.outcomes)
      expect(prompts).toBe(new Set(comparisons.prompt).size)
    }),
  )
})
