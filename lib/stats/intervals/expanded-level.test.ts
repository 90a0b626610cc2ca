import { expect, test } from 'vitest'
import { expandedLevel } from './expanded-level'

test('the level is wider for few units, and the one asked for where there are many', () => {
  // 2 Φ(√(n/(n−1)) t) − 1 by SciPy.
  expect(expandedLevel(0.95, 10)).toBeCloseTo(0.9829, 3)
  expect(expandedLevel(0.95, 100)).toBeCloseTo(0.9538, 3)
  expect(expandedLevel(0.95, 1e6)).toBeCloseTo(0.95, 5)
  expect(expandedLevel(0.95, 1)).toBeNull()
  expect(() => expandedLevel(1, 10)).toThrow(RangeError)
})
