import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digamma } from './digamma'

test('digamma agrees with mpmath to 1e-13', () => {
  const known = [
    [1e-3, -1000.575571931810279654757],
    [0.5, -1.963510026021423479440976],
    [1, -0.5772156649015328606065121],
    [2.5, 0.7031566406452431872256903],
    [9.99, 2.25070037283120112197865],
    [10, 2.251752589066721107647456],
    [123.456, 4.811829323828985412286628],
    [1e6, 13.81551005796419077077462],
  ]
  for (const [x = 0, literal = 0] of known) expect(Math.abs(digamma(x) / literal - 1)).toBeLessThan(1e-13)
  expect(Math.abs(digamma(1.4616321449683622))).toBeLessThan(1e-14)
})

test('ψ(x + 1) = ψ(x) + 1 / x, and nothing but positive numbers', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (x) => {
      expect(Math.abs(digamma(x + 1) - digamma(x) - 1 / x)).toBeLessThan(1e-12 * (1 + 1 / x))
    }),
  )
  for (const x of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => digamma(x)).toThrow(RangeError)
})
