import { expect, test } from 'vitest'
import { indexDraw } from '@/lib/stats/random/draws'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { entropyOf, withLevels, type LevelCounts } from './entropy'
import { haloParts } from './halo'
import type { RatedCell } from './monitor-event'
import { neighbourParts } from './neighbour'
import { noPattern, patternOf, withPattern } from './pattern'
import { noRun, repetitionOf, unlikelyRun, withRun } from './run'

const looking = { risk: 0.001 }
const cellsOf = (scores: readonly number[]): RatedCell[] =>
  scores.map((score, position) => ({ criterion: 'quality', position, score }))

test('a run goes on from task to task, and the longest is kept', () => {
  const run = [
    [3, 3, 3],
    [3, 3, 2],
    [2, 4],
  ].reduce((state, scores) => withRun(state, cellsOf(scores)), noRun())
  expect([run.longest, run.cells, run.repeated]).toEqual([5, 8, 5])
  expect(repetitionOf(run)).toBeCloseTo(5 / 7, 9)
  expect(repetitionOf(noRun())).toBeNull()
})

test('a run that is called unlikely hardly ever happens to those who repeat a score that often', () => {
  const ever = Array.from({ length: 400 }, (_, at) => {
    const random = seededRandom(2, at)
    let run = noRun()
    for (let cell = 1; cell <= 1000; cell += 1) {
      run = withRun(run, cellsOf([indexDraw(2, random)]))
      if (run.longest >= unlikelyRun(cell, 0.5, 0.05)) return true
    }
    return false
  }).filter(Boolean).length
  expect(ever / 400).toBeLessThanOrEqual(0.05)
})

test.each([
  ['1-2-3-4-5', [1, 2, 3, 4, 5]],
  ['1-5', [1, 5]],
  ['up and down', [1, 2, 3, 4, 3, 2]],
])('the cycle %s is regular through and through', (_, cycle) => {
  let state = noPattern()
  for (let at = 0; at < 200; at += 4)
    state = withPattern(state, cellsOf([0, 1, 2, 3].map((place) => cycle[(at + place) % cycle.length] ?? 0)))
  const { value, interval } = patternOf(state, looking)
  expect(value).toBe(1)
  expect(interval?.low).toBeGreaterThan(0.7)
})

test('equal scores are no pattern, and random ones lead back by chance', () => {
  let [flat, random] = [noPattern(), noPattern()]
  const draws = seededRandom(1)
  for (let task = 0; task < 300; task += 1) {
    flat = withPattern(flat, cellsOf([5, 5, 5, 5]))
    random = withPattern(random, cellsOf([0, 1, 2, 3].map(() => 1 + indexDraw(5, draws))))
  }
  expect(patternOf(flat, looking)).toEqual({ value: null, n: 0, interval: null })
  expect(patternOf(random, looking).value).toBeLessThan(0.3)
})

test('entropy is 0 for one score, all bits for even ones, and its interval holds both', () => {
  const counted = (scores: readonly number[]) =>
    withLevels(
      { quality: [0, 0, 0, 0, 0] },
      scores.map((level) => ({ criterion: 'quality', level })),
      1,
    )
  const constant: LevelCounts = counted(new Array<number>(100).fill(2))
  expect(entropyOf(constant, 100, looking).value).toBeCloseTo(0, 12)
  expect(entropyOf(constant, 100, looking).interval?.high).toBeLessThan(0.9)
  expect(entropyOf(constant, 5, looking).interval?.high).toBeCloseTo(Math.log2(5), 9)
  const even = entropyOf(counted(Array.from({ length: 100 }, (_, at) => at % 5)), 100, looking)
  expect(even.value).toBeCloseTo(Math.log2(5), 12)
  expect(even.interval?.low).toBeLessThan(Math.log2(5))
  expect(even.interval?.high).toBeGreaterThanOrEqual(Math.log2(5) - 1e-9)
})

test('equal neighbours count only as far as others did not see them equal', () => {
  const cell = (position: number, score: number, others: (number | null)[]) => {
    return { criterion: 'quality', position, score, others }
  }
  expect(neighbourParts([cell(0, 3, [4, 4]), cell(1, 3, [4, 2]), cell(2, 1, [1, null])])).toEqual([2, 0.5])
  expect(neighbourParts([cell(0, 3, [null]), cell(1, 3, [2])])).toBeNull()
  expect(neighbourParts([cell(0, 3, [3])])).toBeNull()
})

test('halo pairs the criteria of one output, and none of two', () => {
  const scales = { a: { min: 1, max: 5, step: 1 }, b: { min: 1, max: 5, step: 1 } }
  const cells = [
    { criterion: 'a', position: 0, score: 5 },
    { criterion: 'b', position: 0, score: 4 },
    { criterion: 'a', position: 1, score: 1 },
  ]
  expect(haloParts(cells, scales)).toEqual([1, 2, 1, 2, 1, 4])
  expect(haloParts(cells.slice(2), scales)).toBeNull()
})
