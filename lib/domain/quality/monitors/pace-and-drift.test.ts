import { expect, test } from 'vitest'
import { normalDraw } from '@/lib/stats/random/draws'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { aged, driftOf, noDrift, withResidual } from './drift'
import { closeAgain, goldBiasOf, goldParts, outsideBand } from './known-answers'
import { noMoments, withTask } from './moments'
import { noPaces, paceOf, readingWork, withPace } from './pace'
import { noTrace, traced, tracePoints } from './trace'

const looking = { risk: 0.001 }

test('a median pace is found to within a bin, and its interval holds it', () => {
  const random = seededRandom(1)
  let paces = noPaces()
  for (let task = 0; task < 400; task += 1)
    paces = withPace(paces, 100 * Math.exp(0.5 * normalDraw(random)), 500)
  const { value, n, interval } = paceOf(paces, looking)
  expect(n).toBe(400)
  expect(Math.abs(Math.log((value ?? NaN) / 0.2))).toBeLessThan(0.08)
  expect(interval?.low).toBeLessThan(0.2)
  expect(interval?.high).toBeGreaterThan(0.2)
  expect((interval?.high ?? NaN) / (interval?.low ?? NaN)).toBeLessThan(1.5)
})

test('a few paces have no interval; none have no median; what is out of range is in the outermost bin', () => {
  expect(paceOf(noPaces(), looking)).toEqual({ value: null, n: 0, interval: null })
  const few = withPace(withPace(noPaces(), 0, 500), 1e9, 500)
  expect(paceOf(few, looking).interval).toBeNull()
  expect(few.reduce((sum, count) => sum + count, 0)).toBe(2)
})

test('Chinese text is more work per character than English', () => {
  expect(readingWork(['盲评是匿名的评价'])).toBe(48)
  expect(readingWork(['a'.repeat(55)])).toBe(50)
})

test('a jump of a grade is found soon, a steady rater is not', () => {
  const random = seededRandom(4)
  let [steady, jumped] = [noDrift(), noDrift()]
  let found = Infinity
  for (let task = 1; task <= 300; task += 1) {
    const noise = 0.45 * normalDraw(random)
    steady = withResidual(aged(steady), { residual: noise, age: 0 }, 1)
    jumped = withResidual(aged(jumped), { residual: noise + (task > 150 ? 1 : 0), age: 0 }, 1)
    if (found === Infinity && (driftOf(jumped, looking).interval?.low ?? 0) > 0.1) found = task - 150
    const { low = -1, high = 1 } = driftOf(steady, looking).interval ?? {}
    expect(low < 0 && high > 0).toBe(true)
  }
  expect(found).toBeLessThan(25)
})

test('a residual that comes late weighs as if it had come in time', () => {
  const inTime = aged(aged(withResidual(aged(noDrift()), { residual: 0.7, age: 0 }, 1)))
  const late = withResidual(aged(aged(aged(noDrift()))), { residual: 0.7, age: 2 }, 1)
  expect(late.recent[0]?.sum).toBeCloseTo(inTime.recent[0]?.sum ?? NaN, 12)
  expect(late.recent[1]?.weightSquares).toBeCloseTo(inTime.recent[1]?.weightSquares ?? NaN, 12)
})

test('the line of residuals keeps all of them in at most 48 blocks', () => {
  let line = noTrace()
  for (let task = 1; task <= 1000; task += 1) line = traced(line, { task, residual: task <= 500 ? 1 : 3 }, 1)
  const points = tracePoints(line)
  expect(points.length).toBeLessThanOrEqual(48)
  expect([points[0], points.at(-1)]).toEqual([1, 3])
  expect(line.blocks.reduce((sum, { n }) => sum + n, 0)).toBe(1000)
  expect(tracePoints(traced(noTrace(), { task: 11, residual: 1 }, 1))).toEqual([null, null, 1])
})

test('a gold check counts what lies outside the band, and its bias in grades', () => {
  const cells = [
    { criterion: 'a', score: 10, agreed: 20, low: 10, high: 30 },
    { criterion: 'a', score: 40, agreed: 20, low: 10, high: 30 },
  ]
  expect(outsideBand(cells)).toBe(0.5)
  const parts = goldParts(cells, { a: { min: 0, max: 40, step: 10 } })
  expect(parts).toEqual([2, 1])
  expect(goldBiasOf(withTask(noMoments(2), parts), looking)).toEqual({ value: 0.5, n: 1, interval: null })
})

test('a repeat within one step or one grade is close', () => {
  const scales = { coarse: { min: 0, max: 1, step: 0.5 }, fine: { min: 0, max: 100, step: 1 } }
  const cells = [
    { criterion: 'coarse', first: 0, again: 0.5 },
    { criterion: 'coarse', first: 0, again: 1 },
    { criterion: 'fine', first: 40, again: 65 },
    { criterion: 'fine', first: 40, again: 66 },
  ]
  expect(closeAgain(cells, scales)).toBe(0.5)
})
