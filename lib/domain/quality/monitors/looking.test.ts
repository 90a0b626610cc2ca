import { expect, test } from 'vitest'
import { normalDraw, uniformDraw } from '@/lib/stats/random/draws'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { shareSequence } from './beta-mixture'
import { FEWEST_TASKS, mixtureHalfWidth } from './normal-mixture'

/** The share of sequences of which some interval misses. */
function everMissed(sequences: number, isMissed: (random: () => number) => boolean): number {
  const missed = Array.from({ length: sequences }, (_, at) => isMissed(seededRandom(7, at))).filter(Boolean)
  return missed.length / sequences
}

test('the interval of a mean holds at all of 400 looks together', () => {
  const missed = everMissed(1000, (random) => {
    let [sum, squares] = [0, 0]
    for (let n = 1; n <= 400; n += 1) {
      const value = normalDraw(random)
      sum += value
      squares += value * value
      if (n < FEWEST_TASKS) continue
      const deviation = Math.sqrt((squares - (sum * sum) / n) / (n - 1))
      if (Math.abs(sum / n) > mixtureHalfWidth(n, deviation, 0.05)) return true
    }
    return false
  })
  expect(missed).toBeLessThanOrEqual(0.05)
  expect(missed).toBeGreaterThan(0.005)
})

test.each([0.03, 0.5, 0.9])('the interval of a share of %d holds at all of 200 looks together', (p) => {
  const missed = everMissed(300, (random) => {
    let sum = 0
    for (let n = 1; n <= 200; n += 1) {
      sum += uniformDraw(random) < p ? 1 : 0
      const { low, high } = shareSequence({ sum, n }, Math.log(0.05))
      if (p < low || p > high) return true
    }
    return false
  })
  expect(missed).toBeLessThanOrEqual(0.05 + 0.025)
})

test('eight right of ten is a wide interval, without trials it is everything', () => {
  const { low, high } = shareSequence({ sum: 8, n: 10 }, Math.log(0.05))
  expect(low).toBeLessThan(0.44)
  expect(high).toBeGreaterThan(0.97)
  expect(shareSequence({ sum: 0, n: 0 }, Math.log(0.05))).toEqual({ low: 0, high: 1 })
})

test('all or none of many: the far limit is strict and the near one is the edge', () => {
  const all = shareSequence({ sum: 300, n: 300 }, Math.log(0.001))
  expect(all.high).toBe(1)
  expect(all.low).toBeGreaterThan(0.96)
  const none = shareSequence({ sum: 0, n: 300 }, Math.log(0.001))
  expect(none.low).toBe(0)
  expect(none.high).toBeCloseTo(1 - all.low, 5)
})

test('an interval for continuous looking is wider than one for a single look, and not by much', () => {
  for (const n of [30, 100, 1000]) {
    const ratio = mixtureHalfWidth(n, 1, 0.05) / (1.96 / Math.sqrt(n))
    expect(ratio).toBeGreaterThan(1.3)
    expect(ratio).toBeLessThan(2)
  }
})
