import { expect, test } from 'vitest'
import { percentileInterval } from './percentile-interval'

test('an interval that most resamples leave open does not exist', () => {
  expect(percentileInterval(Float64Array.from([1, NaN, NaN, NaN]))).toBeNull()
  expect(percentileInterval(Float64Array.from([2, 2, NaN]))).toEqual([2, 2])
  expect(percentileInterval(new Float64Array())).toBeNull()
})
