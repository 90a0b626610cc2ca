import { expect, test } from 'vitest'
import { comparisonCounts, sidedCounts } from './comparison-counts'
import { comparisonsOf } from './examples'

const rows = [
  [0, 1, 1],
  [0, 1, -1],
  [1, 0, 1],
  [1, 0, 0],
  [0, 2, 0],
]

test('wins and ties by pair, whichever side a model stood on', () => {
  const { wins, ties } = comparisonCounts(comparisonsOf(3, rows))
  expect([...wins]).toEqual([0, 1, 0, 2, 0, 0, 0, 0, 0])
  expect([...ties]).toEqual([0, 1, 1, 1, 0, 0, 1, 0, 0])
})

test('the same with the sides kept: row left, column right', () => {
  const { leftWins, ties, rightWins } = sidedCounts(comparisonsOf(3, rows))
  expect([...leftWins]).toEqual([0, 1, 0, 1, 0, 0, 0, 0, 0])
  expect([...rightWins]).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0])
  expect([...ties]).toEqual([0, 0, 1, 1, 0, 0, 0, 0, 0])
})

test('rows that are no comparison are refused with their number', () => {
  const wrong = (models: number, row: number[]) => () =>
    comparisonCounts(comparisonsOf(models, [[0, 1, 1], row]))
  expect(wrong(2, [1, 1, 1])).toThrow('comparison 1: models 1 and 1 of 2, prompt 1 of 2, verdict 1')
  expect(wrong(2, [0, 2, 1])).toThrow(RangeError)
  expect(wrong(2, [-1, 1, 1])).toThrow(RangeError)
  expect(wrong(2, [0, 1, 2])).toThrow(RangeError)
  expect(wrong(2, [0, 1, 1, -1])).toThrow(RangeError)
  const short = { ...comparisonsOf(2, [[0, 1, 1]]), left: new Int32Array(2) }
  expect(() => comparisonCounts(short)).toThrow('differ in length')
})

test('a million models are refused before a table of their pairs is made', () => {
  expect(() => comparisonCounts(comparisonsOf(1e6, [[0, 1, 1]]))).toThrow('1000000 models')
})
