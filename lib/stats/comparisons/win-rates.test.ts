import { expect, test } from 'vitest'
import { countsOf, pandalm } from './examples'
import { recordAgainst, winRates, winRecords } from './win-rates'

test('shares of wins in PandaLM, a tie counting half or left out', () => {
  const half = [0.490581490581, 0.332908163265, 0.703879651623, 0.430483592401, 0.526360544218]
  const drop = [0.489400921659, 0.313744075829, 0.72410791993, 0.421155729677, 0.53003875969]
  winRates(pandalm).forEach(({ value }, model) => expect(value).toBeCloseTo(half[model] ?? 0, 11))
  winRates(pandalm, { ties: 'drop' }).forEach(({ value }, model) =>
    expect(value).toBeCloseTo(drop[model] ?? 0, 11),
  )
})

test('records against one other and against all', () => {
  expect(recordAgainst(pandalm, 0, 2)).toEqual({ wins: 84, ties: 35, losses: 214 })
  expect(recordAgainst(pandalm, 2, 0)).toEqual({ wins: 214, ties: 35, losses: 84 })
  expect(winRecords(pandalm)[4]).toEqual({ wins: 547, ties: 144, losses: 485 })
})

test('a model without a comparison that counts has no share, not a share of 0', () => {
  const none = { value: null, reason: 'no-ratings' }
  expect(winRates(countsOf([[0, 2], [], []]))).toEqual([
    { value: 1, reason: null },
    { value: 0, reason: null },
    none,
  ])
  expect(winRates(countsOf([[], []], [[0, 1], [1]]), { ties: 'drop' })).toEqual([none, none])
  expect(winRates(countsOf([]))).toEqual([])
})
