import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaCdf, betaUpper } from './beta-cdf'
import { betaQuantile } from './beta-quantile'
import { chiSquaredUpper } from './chi-squared-upper'
import { fCdf, fUpper } from './f-cdf'
import { fQuantile } from './f-quantile'
import { logGamma } from './log-gamma'
import { noncentralTCdf, noncentralTUpper } from './noncentral-t-cdf'
import { normalCdf, normalUpper } from './normal-cdf'
import { normalQuantile } from './normal-quantile'
import { studentTCdf, studentTUpper } from './student-t-cdf'
import { studentTQuantile } from './student-t-quantile'

/** The figures are mpmath's (40 digits) unless said otherwise. */
function expectRelative(actual: number, expected: number, tolerance = 1e-13) {
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(
    tolerance * Math.abs(expected),
  )
}

test('ln Γ, small, between and large', () => {
  expectRelative(logGamma(1e-5), 11.512919692895826)
  expectRelative(logGamma(0.1), 2.252712651734206)
  expectRelative(logGamma(0.5), Math.log(Math.PI) / 2)
  expectRelative(logGamma(11.9), 17.258477450595522)
  expectRelative(logGamma(100.25), 360.284559637764235)
  expectRelative(logGamma(1e6), 12815504.56914761166)
  expect(logGamma(1)).toBeCloseTo(0, 14)
  expect(logGamma(2)).toBeCloseTo(0, 14)
  expect(() => logGamma(0)).toThrow(RangeError)
  expect(() => logGamma(NaN)).toThrow(RangeError)
})

test('upper tails of the normal distribution keep their digits', () => {
  const upper = [
    [0, 0.5],
    [0.5, 0.30853753872598689636],
    [1.99, 0.0232954677502118224],
    [2, 0.0227501319481792072],
    [2.5, 0.006209665325776135167],
    [5, 2.8665157187919391167e-7],
    [10, 7.619853024160526066e-24],
    [20, 2.7536241186062336951e-89],
    [37, 5.7255712225245768227e-300],
  ] as const
  for (const [x, tail] of upper) {
    expectRelative(normalUpper(x), tail)
    expectRelative(normalCdf(-x), tail)
    expectRelative(normalUpper(-x), 1 - tail)
  }
  expect(normalCdf(-Infinity)).toBe(0)
  expect(normalCdf(Infinity)).toBe(1)
  expect(() => normalCdf(NaN)).toThrow(RangeError)
})

test('quantiles of the normal distribution, in the tails and close to the middle', () => {
  expectRelative(normalQuantile(1e-300), -37.047096299361199)
  expectRelative(normalQuantile(1e-16), -8.2220822161304356)
  expectRelative(normalQuantile(0.01), -2.3263478740408411)
  expectRelative(normalQuantile(0.975), 1.9599639845400539)
  expectRelative(normalQuantile(0.6), 0.25334710313579974)
  expectRelative(normalQuantile(0.500000000001), 2.5065728237018605e-12)
  expect(normalQuantile(0.5)).toBe(0)
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity])
  expect(() => normalQuantile(1.1)).toThrow(RangeError)
})

test('the beta distribution, with parameters from ½ to 20,000', () => {
  expectRelative(betaCdf(1e-9, 0.5, 0.5), 2.013168484515009545e-5)
  expectRelative(betaCdf(0.45454545454545453, 2.5, 3), 0.51056560173903396171)
  expectRelative(betaCdf(1e-4, 7, 1e4), 8.3420133988220561903e-5)
  expectRelative(betaCdf(1e-9, 30.3, 3), 1.0085951219524376171e-270, 1e-12)
  expectRelative(betaUpper(0.01, 7, 1e4), 3.3253332718421767232e-35, 1e-12)
  expectRelative(betaUpper(0.8978561768506003, 1000, 200), 4.7411041823032438351e-12, 1e-12)
  expectRelative(betaUpper(0.9921888518700873, 2e4, 200), 6.5105060504785003278e-4, 1e-12)
  expect([betaCdf(0, 1, 2), betaCdf(1, 1, 2)]).toEqual([0, 1])
  expect(() => betaCdf(1.5, 1, 2)).toThrow(RangeError)
  expect(() => betaCdf(0.5, 0, 2)).toThrow(RangeError)
})

test("quantiles of the beta distribution, SciPy's figures", () => {
  expectRelative(betaQuantile(0.025, 5, 6), 0.18708602844739855, 1e-12)
  expectRelative(betaQuantile(0.975, 0.5, 0.5), 0.9984586668665639, 1e-12)
  expectRelative(betaQuantile(1e-8, 2, 30), 4.637596856082584e-6, 1e-12)
  expectRelative(betaQuantile(0.3, 523, 477), 0.5147269067085282, 1e-12)
  expect(betaQuantile(0.5, 3, 3)).toBeCloseTo(0.5, 14)
  expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1])
  expect(betaQuantile(1e-10, 0.01, 1)).toBe(0)
})

test("Student's t, with whole and fractional degrees of freedom", () => {
  expectRelative(studentTUpper(3, 0.5), 0.1836540779929717241)
  expectRelative(studentTUpper(30, 2), 5.5463134097982945636e-4)
  expectRelative(studentTUpper(1000, 3.7), 1.7336713169917682368e-11)
  expectRelative(studentTUpper(8, 100.5), 1.1061826442320777224e-12)
  expectRelative(studentTUpper(30, 1e4), 1.0221635237127853332e-189, 1e-12)
  expectRelative(studentTCdf(2, 10), 1 - 0.036694017385370182809)
  expect([studentTCdf(0, 3), studentTUpper(Infinity, 3), studentTCdf(Infinity, 3)]).toEqual([0.5, 0, 1])
  expect(() => studentTCdf(1, 0)).toThrow(RangeError)
})

test("quantiles of Student's t, SciPy's figures", () => {
  expectRelative(studentTQuantile(0.975, 10), 2.228138851986274)
  expectRelative(studentTQuantile(0.975, 2.5), 3.5746548420036817)
  expectRelative(studentTQuantile(1e-10, 3), -2225.769284683093, 1e-12)
  expectRelative(studentTQuantile(0.6, 1), 0.32491969623290634)
  expectRelative(studentTQuantile(0.995, 1000), 2.580754698065951)
  expect([studentTQuantile(0.5, 1), studentTQuantile(0, 1), studentTQuantile(1, 1)]).toEqual([
    0,
    -Infinity,
    Infinity,
  ])
})

test('the F distribution and its quantiles (those by SciPy)', () => {
  expectRelative(fCdf(0.001, 1, 1), 0.020124978303644131026)
  expectRelative(fCdf(0.001, 40, 22.2), 4.1202021184729945028e-48, 1e-12)
  expectRelative(fCdf(1, 1000, 1), 0.31755241808467230708)
  expectRelative(fUpper(5, 5.5, 500), 9.7821309626674847357e-5)
  expectRelative(fUpper(1.1, 1000, 22.2), 0.41623726665262593779)
  expectRelative(fQuantile(0.975, 10, 20), 2.7736713751990734, 1e-12)
  expectRelative(fQuantile(0.025, 3.5, 17), 0.0937303968449068, 1e-12)
  expectRelative(fQuantile(0.999, 2, 1000), 6.955692868339705, 1e-12)
  expect([fCdf(-1, 2, 3), fCdf(Infinity, 2, 3), fQuantile(0, 2, 3), fQuantile(1, 2, 3)]).toEqual([
    0,
    1,
    0,
    Infinity,
  ])
})

test('upper tails of χ²', () => {
  expectRelative(chiSquaredUpper(0.005, 0.5), 0.75342623436596987653)
  expectRelative(chiSquaredUpper(3, 1), 0.083264516663550401855)
  expectRelative(chiSquaredUpper(5.25, 5), 0.38613792433728912832)
  expectRelative(chiSquaredUpper(333, 33.3), 3.9955453333101069228e-51, 1e-12)
  expectRelative(chiSquaredUpper(9500, 1e4), 0.99983561383564117744)
  expect([chiSquaredUpper(0, 3), chiSquaredUpper(Infinity, 3)]).toEqual([1, 0])
  expect(() => chiSquaredUpper(1, -1)).toThrow(RangeError)
})

test('the noncentral t distribution', () => {
  expectRelative(noncentralTCdf(1.96, 1, 12), 4.9347921012152533e-8, 1e-12)
  expectRelative(noncentralTCdf(2, 9, 2.5), 0.30663688307144415, 1e-12)
  expectRelative(noncentralTCdf(-3, 9, 2.5), 2.0802207824346419e-6, 1e-12)
  expectRelative(noncentralTUpper(14, 1, 12), 0.60742925425720033, 1e-12)
  // SciPy's figures.
  expectRelative(noncentralTCdf(2.0345, 33, 2.915), 0.19234535721951349, 1e-12)
  expectRelative(noncentralTCdf(1.5, 7.5, -0.5), 0.9662563324716931, 1e-12)
  expectRelative(noncentralTCdf(0, 9, 12), normalCdf(-12), 1e-12)
  expectRelative(noncentralTUpper(2.5, 12, 0), studentTUpper(2.5, 12), 1e-12)
  expectRelative(noncentralTCdf(2, 1e6, 2.5), 0.3085375, 1e-6)
  expect(() => noncentralTCdf(Infinity, 3, 1)).toThrow(RangeError)
})

const shape = fc.double({ min: 0.3, max: 500, noNaN: true })
const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true })

test('a quantile is where the distribution has its probability', () => {
  fc.assert(
    fc.property(probability, shape, shape, (p, a, b) => {
      expectRelative(normalCdf(normalQuantile(p)), p, 1e-12)
      expectRelative(studentTCdf(studentTQuantile(p, a), a), p, 1e-11)
      expectRelative(fCdf(fQuantile(p, a, b), a, b), p, 1e-11)
      const x = betaQuantile(p, a, b)
      // Close to 1 a number has not the digits to say where.
      if (x < 0.999) expectRelative(betaCdf(x, a, b), p, 1e-10)
    }),
    { numRuns: 300 },
  )
})

test('both tails add up to 1, and a distribution never falls', () => {
  fc.assert(
    fc.property(shape, shape, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, x) => {
      expect(betaCdf(x, a, b) + betaUpper(x, a, b)).toBeCloseTo(1, 13)
      expect(betaCdf(Math.min(1, x + 0.01), a, b)).toBeGreaterThanOrEqual(betaCdf(x, a, b) - 1e-15)
      expect(studentTUpper(10 * x, a)).toBeCloseTo(1 - studentTCdf(10 * x, a), 13)
    }),
  )
})
