import { expect, test } from 'vitest'
import { krippendorffAlphaInterval } from './krippendorff-alpha-interval'

/** Krippendorff (2011): four observers, twelve units, by unit; α interval 0.849. */
const canonical = [
  [1, 1, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [5, 5, 5],
  [1, 1],
  [3],
]

test('α (interval) of the published example', () => {
  expect(krippendorffAlphaInterval(canonical)).toBeCloseTo(0.849107142857, 10)
})

test('α of perfect and of systematic disagreement, and where it is undefined', () => {
  expect(
    krippendorffAlphaInterval([
      [1, 1],
      [2, 2],
      [1, 1],
      [2, 2],
    ]),
  ).toBe(1)
  expect(
    krippendorffAlphaInterval([
      [1, 2],
      [2, 1],
      [1, 2],
      [2, 1],
    ]),
  ).toBeCloseTo(-0.75, 12)
  expect(
    krippendorffAlphaInterval([
      [3, 3],
      [3, 3],
    ]),
  ).toBeNull()
  expect(
    krippendorffAlphaInterval([
      [3.3, 3.3, 3.3],
      [3.3, 3.3],
    ]),
  ).toBeNull()
  expect(krippendorffAlphaInterval([[1], [2]])).toBeNull()
})

test('α does not change when the scale is moved or stretched', () => {
  const moved = canonical.map((unit) => unit.map((value) => 7 * value - 3))
  expect(krippendorffAlphaInterval(moved)).toBeCloseTo(0.849107142857, 9)
})
