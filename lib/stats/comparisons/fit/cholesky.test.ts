import { expect, test } from 'vitest'
import { choleskyFactor, choleskyInverse, choleskySolve } from './cholesky'

const matrix = () => ({ size: 3, cells: Float64Array.of(4, 0, 0, 12, 37, 0, -16, -43, 98) })

test('a textbook matrix, its factor, a solution and its inverse', () => {
  const factor = matrix()
  expect(choleskyFactor(factor)).toBe(true)
  expect([0, 3, 4, 6, 7, 8].map((at) => factor.cells[at])).toEqual([2, 6, 1, -8, 5, 3])
  const b = Float64Array.of(0, 6, 39)
  choleskySolve(factor, b)
  const wanted = [1, 1, 1]
  // The lower half stands for the whole: 4 + 12 − 16 = 0, 12 + 37 − 43 = 6, −16 − 43 + 98 = 39.
  b.forEach((x, at) => expect(x).toBeCloseTo(wanted[at] ?? 0, 12))
  const inverse = [1777 / 36, -122 / 9, 19 / 9, -122 / 9, 34 / 9, -5 / 9, 19 / 9, -5 / 9, 1 / 9]
  choleskyInverse(factor).cells.forEach((x, at) => expect(x).toBeCloseTo(inverse[at] ?? 0, 10))
})

test('a matrix that is not positive definite has no factor', () => {
  expect(choleskyFactor({ size: 2, cells: Float64Array.of(1, 0, 1, 1) })).toBe(false)
  expect(choleskyFactor({ size: 2, cells: Float64Array.of(1, 0, 2, 1) })).toBe(false)
  expect(choleskyFactor({ size: 1, cells: Float64Array.of(Number.NaN) })).toBe(false)
})
