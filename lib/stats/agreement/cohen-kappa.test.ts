import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cohenKappa, cohenKappaOfTable, cohenKappaPairs } from './cohen-kappa'
import type { KappaEstimate } from './kappa-of-cells'
import { ratingsFromTable } from '@/lib/stats/agreement/table/ratings-from-table'

const figures = (estimate: KappaEstimate) =>
  estimate.value === null ? null : [estimate.value, estimate.se, estimate.low, estimate.high]

/** κ, its standard error and 95 % limits; the further digits are those of Python's statsmodels. */
const published = [
  {
    source: 'Cohen (1960), κ = 0.492',
    table: [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ],
    none: [0.491525423729, 0.0510018155761, 0.391563702054, 0.591487145404],
    linear: [0.473684210526, 0.0544323091776, 0.366998844943, 0.58036957611],
    quadratic: [0.454545454545, 0.0664536815911, 0.324298631987, 0.584792277104],
    atChance: [0.0519789363566, 9.45624243553],
  },
  {
    source: 'Agresti (2002), table 10.5 of husbands and wives, κ = 0.129',
    table: [
      [7, 7, 2, 3],
      [2, 8, 3, 7],
      [1, 5, 4, 9],
      [2, 8, 9, 14],
    ],
    none: [0.129330254042, 0.0685985324807, -0.00512039901292, 0.263780907096],
    linear: [0.237380627558, 0.0783163347784, 0.0838834319912, 0.390877823125],
    quadratic: [0.332045586247, 0.0972975219586, 0.141345947423, 0.522745225071],
    atChance: [0.0611834605598, 2.11381070731],
  },
  {
    source: 'Wikipedia, κ = 0.4',
    table: [
      [20, 5],
      [10, 15],
    ],
    none: [0.4, 0.126996062931, 0.151092290477, 0.648907709523],
    linear: [0.4, 0.126996062931, 0.151092290477, 0.648907709523],
    quadratic: [0.4, 0.126996062931, 0.151092290477, 0.648907709523],
    atChance: [0.138564064606, 2.88675134595],
  },
]

describe.each(published)('$source', ({ table, atChance, ...expected }) => {
  test.each(['none', 'linear', 'quadratic'] as const)('weights %s', (weights) => {
    const got = figures(cohenKappaOfTable(table, { weights }))
    expected[weights].forEach((figure, i) => expect(got?.[i]).toBeCloseTo(figure, 10))
  })

  test('the test of no agreement beyond chance', () => {
    const estimate = cohenKappaOfTable(table)
    expect(estimate).toMatchObject({ reason: null, n: table.flat().reduce((a, b) => a + b) })
    if (estimate.value === null) return
    expect(estimate.seAtChance).toBeCloseTo(atChance[0] ?? NaN, 10)
    expect(estimate.z).toBeCloseTo(atChance[1] ?? NaN, 10)
  })
})

test('weighted errors at chance, against the double sums of Fleiss, Cohen & Everitt (1969) in NumPy', () => {
  const table = published[1]?.table ?? []
  const test = (weights: 'linear' | 'quadratic') => {
    const estimate = cohenKappaOfTable(table, { weights })
    return estimate.value === null ? [] : [estimate.seAtChance, estimate.z ?? NaN, estimate.p ?? NaN]
  }
  const linear = [0.0769903120885505, 3.083253218729093, 0.002047508515168268]
  const quadratic = [0.1043493750734756, 3.1820562989769443, 0.0014623338964898868]
  linear.forEach((figure, i) => expect(test('linear')[i]).toBeCloseTo(figure, 12))
  quadratic.forEach((figure, i) => expect(test('quadratic')[i]).toBeCloseTo(figure, 12))
})

test('ratings and their table give the same κ; exchanging the raters changes nothing', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(rows, fc.constantFrom('none', 'linear', 'quadratic'), (pairs, weights) => {
      const all = [...pairs, [0, 1], [1, 2], [2, 3]]
      const table = [0, 1, 2, 3].map((i) =>
        [0, 1, 2, 3].map((j) => all.filter(([a, b]) => a === i && b === j).length),
      )
      const expected = figures(cohenKappaOfTable(table, { weights }))
      const turned = all.map((pair) => [...pair].reverse())
      for (const each of [all, turned]) {
        const got = figures(cohenKappa(ratingsFromTable(each), { weights }))
        expected?.forEach((figure, i) => expect(got?.[i]).toBeCloseTo(figure, 10))
      }
    }),
  )
})

test('only the places of the categories in their order count, not their numbers', () => {
  const rows = [
    [1, 1],
    [2, 3],
    [3, 3],
    [2, 2],
    [1, 2],
  ]
  const stretched = rows.map((row) => row.map((value) => 10 ** value))
  const kappa = (table: number[][]) => cohenKappa(ratingsFromTable(table), { weights: 'quadratic' }).value
  expect(kappa(stretched)).toBe(kappa(rows))
})

test('all pairs of three raters, and their mean', () => {
  const { pairs, mean } = cohenKappaPairs(
    ratingsFromTable([
      [1, 1, null],
      [2, 1, 2],
      [2, 2, 2],
      [1, 1, 1],
      [null, 2, 1],
      [null, null, 1],
    ]),
  )
  expect(pairs.map(({ a, b, n }) => [a, b, n])).toEqual([
    [0, 1, 4],
    [0, 2, 3],
    [1, 2, 4],
  ])
  expect(pairs.map(({ value }) => value)).toEqual([0.5, 1, 0])
  expect(mean.value).toBeCloseTo(0.5, 14)
})

describe('what cannot be told is named', () => {
  const reason = (table: (number | null)[][]) => cohenKappa(ratingsFromTable(table)).reason
  test('no ratings, one rater, no item in common, one category', () => {
    expect(reason([])).toBe('no-ratings')
    expect(
      reason([
        [1, null],
        [2, null],
      ]),
    ).toBe('too-few-raters')
    expect(
      reason([
        [1, null],
        [null, 2],
      ]),
    ).toBe('no-pairs')
    expect(
      reason([
        [1, 1],
        [1, 1],
      ]),
    ).toBe('constant')
    expect(
      cohenKappaPairs(
        ratingsFromTable([
          [1, 1],
          [1, 1],
        ]),
      ).mean.reason,
    ).toBe('constant')
  })

  test('a rater who gave one category only: κ is 0 and has no test', () => {
    expect(
      cohenKappa(
        ratingsFromTable([
          [1, 1],
          [1, 2],
          [1, 2],
        ]),
      ),
    ).toMatchObject({ value: 0, z: null, p: null })
  })

  test('three raters, a ragged table, a negative count are errors of the caller', () => {
    expect(() => cohenKappa(ratingsFromTable([[1, 2, 3]]))).toThrow('κ is of two raters, not of 3')
    expect(() => cohenKappaOfTable([[1, 2], [1]])).toThrow(RangeError)
    expect(() =>
      cohenKappaOfTable([
        [1, -2],
        [1, 1],
      ]),
    ).toThrow(RangeError)
    expect(cohenKappaOfTable([]).reason).toBe('no-pairs')
  })
})

test('a million categories are counted', { timeout: 20_000 }, () => {
  const n = 1_000_000
  const ratings = {
    items: n / 2,
    raters: 2,
    item: Int32Array.from({ length: n }, (_, i) => i >> 1),
    rater: Int32Array.from({ length: n }, (_, i) => i & 1),
    value: Float64Array.from({ length: n }, (_, i) => i),
  }
  expect(cohenKappa(ratings, { weights: 'linear' }).value).toBeCloseTo(1, 5)
})
