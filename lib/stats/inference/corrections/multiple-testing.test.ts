import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benjaminiHochberg } from './benjamini-hochberg'
import { benjaminiYekutieli } from './benjamini-yekutieli'
import { bonferroni } from './bonferroni'
import { holm } from './holm'
import { hommel } from './hommel'

/** 25 p-values of a study of diets: McDonald, Handbook of Biological Statistics; adjusted by statsmodels. */
const p = [
  0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34,
  0.341, 0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
]
const filled = (starts: readonly number[], rest: number) => p.map((_, i) => starts[i] ?? rest)
const expected = [
  [bonferroni, filled([0.025, 0.2, 0.975], 1)],
  [holm, filled([0.025, 0.192, 0.897, 0.902, 0.902], 1)],
  [hommel, filled([0.025, 0.192, 0.682, 0.697, 0.714, 0.84, 0.962], 0.986)],
  [
    benjaminiHochberg,
    [
      0.025, 0.1, 0.21, 0.21, 0.21, 0.25, 0.264285714286, 0.491071428571, 0.491071428571, 0.491071428571,
      0.491071428571, 0.491071428571, 0.491071428571, 0.491071428571, 0.5328125, 0.5328125, 0.564705882353,
      0.781578947368, 0.781578947368, 0.87, 0.907142857143, 0.986, 0.986, 0.986, 0.986,
    ],
  ],
  [
    benjaminiYekutieli,
    filled(
      [0.0953989544438, 0.381595817775, 0.801351217328, 0.801351217328, 0.801351217328, 0.953989544438],
      1,
    ),
  ],
] as const
const all = [bonferroni, holm, hommel, benjaminiHochberg, benjaminiYekutieli]

test('five corrections of the same p-values', () => {
  for (const [correct, adjusted] of expected) {
    correct(p).forEach((value, i) => expect(value).toBeCloseTo(adjusted[i] ?? NaN, 11))
  }
})

test('none, one, and what is no p', () => {
  for (const correct of all) {
    expect(correct([])).toEqual([])
    expect(correct([0.03])).toEqual([0.03])
    expect(() => correct([0.5, 1.2])).toThrow(RangeError)
    expect(() => correct([NaN])).toThrow(RangeError)
  }
})

const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 })

test('each p stays with its test in any order, and no correction makes it smaller', () => {
  fc.assert(
    fc.property(probabilities, (values) => {
      for (const correct of all) {
        const adjusted = correct(values)
        correct(values.toReversed()).forEach((value, i) =>
          expect(value).toBeCloseTo(adjusted.at(-1 - i) ?? NaN, 13),
        )
        adjusted.forEach((value, i) => expect(value).toBeGreaterThanOrEqual(values[i] ?? 1))
      }
    }),
  )
})

/** Simes' p of a set: min over ranks of size · p / rank. */
const simes = (set: readonly number[]) =>
  Math.min(...set.toSorted((a, b) => a - b).map((value, place) => (set.length * value) / (place + 1)))

test('Hommel’s p is the largest Simes p of all sets that hold the test', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 7 }), (hundredths) => {
      const values = hundredths.map((value) => value / 100)
      const largest = values.map(() => 0)
      for (let set = 1; set < 2 ** values.length; set += 1) {
        const inSet = (_: number, i: number) => (set & (1 << i)) !== 0
        const ofSet = simes(values.filter(inSet))
        values.forEach((value, i) => {
          if (inSet(value, i)) largest[i] = Math.max(largest[i] ?? 0, ofSet)
        })
      }
      hommel(values).forEach((value, i) => expect(value).toBeCloseTo(largest[i] ?? NaN, 13))
    }),
  )
})

test('Hommel rejects all that Holm rejects, and Holm all that Bonferroni does', () => {
  fc.assert(
    fc.property(probabilities, (values) => {
      const [b, h, s] = [bonferroni(values), holm(values), hommel(values)]
      values.forEach((_, i) => {
        expect(s[i]).toBeLessThanOrEqual((h[i] ?? 0) + 1e-14)
        expect(h[i]).toBeLessThanOrEqual((b[i] ?? 0) + 1e-14)
      })
    }),
  )
})
