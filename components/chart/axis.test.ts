import { describe, expect, it } from 'vitest'
import { fittedAxis } from './axis'

describe('fittedAxis', () => {
  it('is fitted to the values and leaves a little air at both ends', () => {
    const axis = fittedAxis([3.2, null, 4.1])
    expect(axis?.at(3.2)).toBeCloseTo(0.06 / 1.12)
    expect(axis?.at(4.1)).toBeCloseTo(1 - 0.06 / 1.12)
  })

  it('draws its lines at round values inside', () => {
    expect(fittedAxis([3.2, 4.1])?.ticks).toEqual([3.5, 4])
  })

  it('has room around a single value', () => {
    expect(fittedAxis([4])?.at(4)).toBeCloseTo(0.5)
    expect(fittedAxis([0])?.at(0)).toBeCloseTo(0.5)
  })

  it('is absent where every value is missing', () => {
    expect(fittedAxis([null, null])).toBeNull()
  })
})
