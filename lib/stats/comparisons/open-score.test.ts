import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openOrders } from './open-orders'
import { openScore, type OpenScore } from './open-score'

/** SuperCLUE-Open 2023 against gpt-3.5-turbo as published: score, wins, losses, ties. */
const board: [model: string, open: number, wins: number, losses: number, ties: number][] = [
  ['gpt-4', 94.64, 264, 24, 160],
  ['Claude-instant-v1', 69.51, 127, 161, 240],
  ['gpt-3.5-turbo', 66.67, 176, 176, 176],
  ['MiniMax-abab5', 57.94, 82, 212, 210],
  ['文心一言(v2.0.4)', 50.48, 70, 257, 192],
  ['讯飞星火(v1.5)', 48.87, 81, 249, 157],
  ['ChatGLM-130B', 42.46, 56, 290, 158],
  ['ChatGLM2-6B', 36.5, 80, 381, 139],
  ['Qwen-7B-Chat', 25.75, 14, 222, 63],
  ['360智脑(4.0)', 23.93, 20, 426, 114],
  ['IDEA-姜子牙-13B', 22.04, 22, 435, 101],
  ['MOSS-16B', 21.14, 27, 470, 99],
  ['BELLE-13B', 15.61, 12, 481, 77],
  ['RWKV-world-7B', 12.45, 11, 471, 56],
  ['baichuan-7B', 3.11, 3, 560, 15],
]
const records = board.map(([, , wins, losses, ties]) => ({ wins, losses, ties }))

function scored(record: { wins: number; losses: number; ties: number }): OpenScore {
  const score = openScore(record)
  if (score.reason) throw new Error(score.reason)
  return score
}

test('the published scores of SuperCLUE-Open follow from its counts, to two decimals', () => {
  board.forEach(([, open], row) => {
    expect(scored(records[row] ?? { wins: 0, losses: 0, ties: 0 }).open.value.toFixed(2)).toBe(
      open.toFixed(2),
    )
  })
})

test('gpt-4: all three readings with their intervals', () => {
  const score = scored({ wins: 264, losses: 24, ties: 160 })
  expect(score.n).toBe(448)
  expect(score.open.low).toBeCloseTo(92.15272354485536, 9)
  expect(score.open.high).toBeCloseTo(96.37390281740889, 9)
  expect(score.net.value).toBeCloseTo(0.5357142857, 9)
  expect(score.halfTie.value).toBeCloseTo(0.7678571429, 9)
  expect(score.halfTie.low).toBeCloseTo(0.7390039805741894, 9)
  expect(score.halfTie.high).toBeCloseTo(0.79440796802212, 9)
  expect(score.net.low).toBeCloseTo(2 * 0.7390039805741894 - 1, 9)
})

test('OPEN puts two rows of SuperCLUE before others that are ahead by net', () => {
  const names = openOrders(records).map(({ first, second }) => [board[first]?.[0], board[second]?.[0]])
  expect(names).toEqual([
    ['Claude-instant-v1', 'gpt-3.5-turbo'],
    ['文心一言(v2.0.4)', '讯飞星火(v1.5)'],
  ])
})

test('a model that always ties scores 100 and stands level', () => {
  const score = scored({ wins: 0, losses: 0, ties: 50 })
  expect([score.open.value, score.net.value, score.halfTie.value]).toEqual([100, 0, 0.5])
})

test('no comparison: no ratings, and no place in any order', () => {
  expect(openScore({ wins: 0, ties: 0, losses: 0 })).toEqual({ reason: 'no-ratings' })
  expect(
    openOrders([
      { wins: 0, ties: 0, losses: 0 },
      { wins: 1, ties: 2, losses: 3 },
    ]),
  ).toEqual([])
  expect(openOrders([])).toEqual([])
  expect(() => openScore({ wins: -1, ties: 2, losses: 0 })).toThrow(RangeError)
  expect(() => openScore({ wins: 1, ties: Number.NaN, losses: 0 })).toThrow(RangeError)
})

test('each reading lies in its interval, and net is twice the half-tie share less one', () => {
  const count = fc.nat(500)
  fc.assert(
    fc.property(count, count, fc.integer({ min: 1, max: 500 }), (wins, ties, losses) => {
      const { open, net, halfTie } = scored({ wins, ties, losses })
      for (const { low, value, high } of [open, net, halfTie]) {
        expect(low).toBeLessThanOrEqual(value + 1e-12)
        expect(high).toBeGreaterThanOrEqual(value - 1e-12)
      }
      expect(net.value).toBeCloseTo(2 * halfTie.value - 1, 12)
    }),
  )
})
