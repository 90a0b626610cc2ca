import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialCdf, binomialProbability, binomialUpper } from './binomial-cdf'
import { hypergeometricCdf, hypergeometricProbability, hypergeometricUpper } from './hypergeometric-cdf'

/** The figures are mpmath's (40 digits). */
function expectRelative(actual: number, expected: number, tolerance = 1e-12) {
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(
    tolerance * Math.abs(expected),
  )
}

test('the binomial distribution, up to a million trials', () => {
  expectRelative(binomialCdf(3, 10, 0.3), 0.64961071840000002962)
  expectRelative(binomialCdf(0, 313, 0.02), 0.0017937490817307400066)
  expectRelative(binomialCdf(420, 1000, 0.5), 2.3485546316321201772e-7)
  expectRelative(binomialCdf(841, 1_000_000, 0.001), 1.2938495007578614245e-7)
  expectRelative(binomialUpper(547, 1000, 0.5), 0.0013227649195721022766)
  expectRelative(binomialUpper(1094, 1_000_000, 0.001), 0.0015901591835370616649)
  expectRelative(binomialProbability(3, 10, 0.5), 120 / 1024)
})

test('binomial corners: certain success, certain failure, no trial, counts outside', () => {
  expect([binomialCdf(-1, 5, 0.3), binomialCdf(5, 5, 0.3), binomialUpper(5, 5, 0.3)]).toEqual([0, 1, 0])
  expect([binomialCdf(0, 5, 0), binomialCdf(4, 5, 1), binomialCdf(0, 0, 0.3)]).toEqual([1, 0, 1])
  expect([
    binomialProbability(0, 5, 0),
    binomialProbability(5, 5, 1),
    binomialProbability(6, 5, 0.5),
  ]).toEqual([1, 1, 0])
  expect(() => binomialCdf(1.5, 5, 0.3)).toThrow(RangeError)
  expect(() => binomialCdf(1, -5, 0.3)).toThrow(RangeError)
  expect(() => binomialCdf(1, 5, 1.3)).toThrow(RangeError)
})

test('the hypergeometric distribution, up to a population of a million', () => {
  const small = { population: 20, marked: 7, drawn: 12 }
  expectRelative(hypergeometricProbability(0, small), 13 / 125970)
  expectRelative(hypergeometricCdf(2, small), 0.052115583075335397317)
  expectRelative(hypergeometricUpper(6, small), 0.010216718266253869969)
  const middle = { population: 1000, marked: 50, drawn: 100 }
  expectRelative(hypergeometricCdf(5, middle), 0.61663565639269598761)
  expectRelative(hypergeometricUpper(17, middle), 2.8704044871344118214e-7)
  const large = { population: 100_000, marked: 5000, drawn: 300 }
  expectRelative(hypergeometricCdf(0, large), 2.0267906624472112766e-7)
  expectRelative(hypergeometricUpper(38, large), 5.9662501453884566647e-8)
  const rare = { population: 1_000_000, marked: 3, drawn: 100_000 }
  expectRelative(hypergeometricUpper(2, rare), 9.99973000117000405e-4)
})

test('hypergeometric corners: all drawn, none drawn, none marked, more marked than there are', () => {
  const all = { population: 8, marked: 3, drawn: 8 }
  expect([hypergeometricCdf(2, all), hypergeometricCdf(3, all)]).toEqual([0, 1])
  expect(hypergeometricCdf(0, { population: 8, marked: 3, drawn: 0 })).toBe(1)
  expect(hypergeometricCdf(0, { population: 8, marked: 0, drawn: 4 })).toBe(1)
  expect(hypergeometricCdf(-1, { population: 8, marked: 3, drawn: 4 })).toBe(0)
  expect(hypergeometricUpper(3, { population: 8, marked: 3, drawn: 4 })).toBe(0)
  expect(() => hypergeometricCdf(0, { population: 8, marked: 9, drawn: 4 })).toThrow(RangeError)
  expect(() => hypergeometricCdf(0, { population: 8, marked: 3, drawn: 0.5 })).toThrow(RangeError)
})

test('probabilities add up to the distribution', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.nat(40), (population, one, other) => {
      const draw = { population, marked: one % (population + 1), drawn: other % (population + 1) }
      let hypergeometric = 0
      let binomial = 0
      for (let k = 0; k <= draw.drawn; k += 1) {
        hypergeometric += hypergeometricProbability(k, draw)
        binomial += binomialProbability(k, draw.drawn, draw.marked / population)
        expect(hypergeometricCdf(k, draw)).toBeCloseTo(hypergeometric, 12)
        expect(hypergeometricUpper(k, draw)).toBeCloseTo(1 - hypergeometric, 12)
        expect(binomialCdf(k, draw.drawn, draw.marked / population)).toBeCloseTo(binomial, 12)
      }
      expect(hypergeometric).toBeCloseTo(1, 12)
    }),
  )
})
