import { expect, test } from 'vitest'
import { elo, onEloScale } from './elo'
import { comparisonsOf } from './examples'

test('equals meet: the winner gains half of k; a tie moves the weaker up', () => {
  expect([...elo(comparisonsOf(3, [[0, 1, 1]]), { k: 32 })]).toEqual([1016, 984, 1000])
  expect([...elo(comparisonsOf(2, [[0, 1, 0]]))]).toEqual([1000, 1000])
  const [first = 0, second = 0] = elo(
    comparisonsOf(2, [
      [0, 1, 1],
      [0, 1, 0],
    ]),
    { k: 32 },
  )
  // After 1016 : 984 the first is expected to score 1 / (1 + 10^(−32/400)) = 0.5459219.
  expect(first).toBeCloseTo(1016 - 32 * 0.0459219, 5)
  expect(first + second).toBe(2000)
})

test('the order of the rows changes the ratings', () => {
  const rows = [
    [0, 1, 1],
    [0, 1, 1],
    [0, 1, -1],
  ]
  expect([...elo(comparisonsOf(2, rows))]).not.toEqual([...elo(comparisonsOf(2, rows.toReversed()))])
})

test('options that make no rating are refused', () => {
  for (const options of [{ k: 0 }, { scale: 0 }, { base: -1 }, { k: Number.NaN }])
    expect(() => elo(comparisonsOf(2, [[0, 1, 1]]), options)).toThrow(RangeError)
})

test('log-odds on the Elo scale: even, ten to one, and a model of PandaLM', () => {
  expect(onEloScale(0)).toBe(1000)
  expect(onEloScale(Math.log(10))).toBeCloseTo(1400, 10)
  expect(onEloScale(0.695412141558)).toBeCloseTo(1120.80546229, 7)
})
