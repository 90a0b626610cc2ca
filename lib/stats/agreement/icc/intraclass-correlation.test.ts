import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ICC_FORMS } from './icc-forms'
import { iccFromComponents } from './icc-from-components'
import { intraclassCorrelation } from './intraclass-correlation'
import { ratingsFromTable } from '@/lib/stats/agreement/table/ratings-from-table'
import { varianceComponents } from './variance-components'

/** Shrout & Fleiss (1979), table 1: six targets, four judges. */
const targets = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]

/** Published: 0.17, 0.29, 0.71, 0.44, 0.62, 0.91; the further digits and the limits are those of R's psych. */
const own = { f: 1.7946784922, df2: 18, p: 0.16476880834 }
const crossed = { f: 11.0272479564, df2: 15, p: 0.00013456651648 }
test.each([
  { form: 'icc1', value: 0.16574176841, low: -0.13293232487, high: 0.72256006233, ...own },
  { form: 'icc2', value: 0.28976377953, low: 0.018786513375, high: 0.76108436965, ...crossed },
  { form: 'icc3', value: 0.71484071484, low: 0.34246476503, high: 0.94585825996, ...crossed },
  { form: 'icc1k', value: 0.44279713368, low: -0.88444215524, high: 0.91241542034, ...own },
  { form: 'icc2k', value: 0.6200505476, low: 0.071136815303, high: 0.92723204017, ...crossed },
  { form: 'icc3k', value: 0.90931554238, low: 0.67567471382, high: 0.98589167817, ...crossed },
] as const)('$form of Shrout & Fleiss (1979)', ({ form, value, low, high, f, df2, p }) => {
  const icc = intraclassCorrelation(ratingsFromTable(targets))[form]
  if (icc.value === null) throw new Error(icc.reason)
  expect([icc.df1, icc.df2]).toEqual([5, df2])
  expect(icc.value).toBeCloseTo(value, 10)
  expect(icc.f).toBeCloseTo(f, 9)
  expect(icc.p).toBeCloseTo(p, 10)
  expect(icc.low).toBeCloseTo(low, 9)
  expect(icc.high).toBeCloseTo(high, 9)
})

test('moving and stretching the scale leaves all forms, a judge’s own zero leaves the third', () => {
  const before = intraclassCorrelation(ratingsFromTable(targets))
  const moved = intraclassCorrelation(ratingsFromTable(targets.map((row) => row.map((x) => 1e5 - 3 * x))))
  const biased = intraclassCorrelation(ratingsFromTable(targets.map((row) => row.map((x, j) => x + 10 * j))))
  for (const form of ICC_FORMS) expect(moved[form].value).toBeCloseTo(before[form].value ?? NaN, 9)
  expect(biased.icc3.value).toBeCloseTo(before.icc3.value ?? NaN, 12)
})

test('the interval holds the estimate, whatever the table', () => {
  const rows = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
  })
  fc.assert(
    fc.property(rows, (table) => {
      const icc = intraclassCorrelation(ratingsFromTable(table))
      for (const form of ICC_FORMS) {
        const estimate = icc[form]
        if (estimate.value === null) continue
        expect(Number.isNaN(estimate.f + estimate.p + estimate.low + estimate.high)).toBe(false)
        expect(estimate.value).toBeLessThanOrEqual(1)
        expect(estimate.low).toBeLessThanOrEqual(estimate.value + 1e-9)
        expect(estimate.high).toBeGreaterThanOrEqual(estimate.value - 1e-9)
      }
    }),
  )
})

describe('corners', () => {
  const icc = (table: (number | null)[][]) => intraclassCorrelation(ratingsFromTable(table))

  test('what cannot be told is named', () => {
    expect(icc([]).icc1.reason).toBe('no-ratings')
    expect(icc([[1], [2]]).icc2.reason).toBe('too-few-raters')
    expect(icc([[1, 2]]).icc3.reason).toBe('too-few-items')
    expect(
      icc([
        [1, 2],
        [1, null],
        [null, 3],
      ]).icc2.reason,
    ).toBe('incomplete')
    expect(
      icc([
        [0.1, 0.1, 0.1],
        [0.1, 0.1, 0.1],
      ]).icc2.reason,
    ).toBe('constant')
    expect(
      icc([
        [1, 2],
        [2, 1],
      ]),
    ).toMatchObject({ icc1: { value: -1 }, icc1k: { reason: 'unbounded' } })
    expect(
      icc([
        [1, 2],
        [2, 1],
      ]).icc2.reason,
    ).toBe('unbounded')
  })

  test('agreement throughout is 1 with limits of 1', () => {
    for (const form of ICC_FORMS)
      expect(
        icc([
          [1, 1],
          [2, 2],
          [4, 4],
        ])[form],
      ).toMatchObject({ value: 1, low: 1, high: 1, f: Infinity, p: 0 })
  })

  test('raters who differ by a constant agree wholly in the third sense and in part in the second', () => {
    const estimates = icc([
      [1, 2],
      [2, 3],
      [4, 5],
    ])
    expect(estimates.icc3).toMatchObject({ value: 1, low: 1, high: 1 })
    expect(estimates.icc2.value).toBeCloseTo(7 / 3 / (7 / 3 + 0.5), 12)
  })

  test('only items that all rated count, and raters without a rating do not', () => {
    const more = targets.map((row) => [...row, null])
    const estimates = icc([...more, [5, null, null, null, null]])
    expect(estimates).toMatchObject({ items: 6, raters: 4 })
    expect(estimates.icc2.value).toBeCloseTo(0.28976377953, 10)
  })

  test('a level outside (0, 1) is refused', () => {
    expect(() => intraclassCorrelation(ratingsFromTable(targets), 1)).toThrow(RangeError)
  })
})

describe('variance components', () => {
  const components = (table: (number | null)[][]) => varianceComponents(ratingsFromTable(table))
  const _ = null

  test('a complete table gives those of its mean squares', () => {
    // Mean squares of Shrout & Fleiss (1979), table 3: 11.24, 32.49, 1.02.
    const got = components(targets)
    if (typeof got === 'string') throw new Error(got)
    expect(got.residual).toBeCloseTo(1.0194444444, 9)
    expect(got.item).toBeCloseTo((11.2416666667 - 1.0194444444) / 4, 9)
    expect(got.rater).toBeCloseTo((32.4861111111 - 1.0194444444) / 6, 9)
    const icc = iccFromComponents(ratingsFromTable(targets))
    const anova = intraclassCorrelation(ratingsFromTable(targets))
    for (const form of ['icc2', 'icc3', 'icc2k', 'icc3k'] as const)
      expect(icc[form].value).toBeCloseTo(anova[form].value ?? NaN, 12)
  })

  test('missing ratings, against the traces of the quadratic forms in NumPy', () => {
    const table = [
      [3, 4, _, 3],
      [5, _, 4, _],
      [2, 2, 1, 3],
      [_, 5, _, 4],
      [_, _, 3, _],
      [1, 2, 1, _],
    ]
    const icc = iccFromComponents(ratingsFromTable(table))
    expect(icc.components?.item).toBeCloseTo(1.5543650793650794, 12)
    expect(icc.components?.rater).toBeCloseTo(-0.04748677248677141, 12)
    expect(icc.components?.residual).toBeCloseTo(0.5289682539682523, 12)
    expect(icc.icc2.value).toBeCloseTo(0.7634981482684687, 12)
    expect(icc.icc3.value).toBeCloseTo(0.7460952380952387, 12)
    expect(icc.ratingsPerItem).toBeCloseTo(2.0571428571428574, 12)
    expect(icc.icc2k.value).toBeCloseTo(0.8691282337858718, 12)
  })

  test('what cannot be told is named', () => {
    expect(components([])).toBe('no-ratings')
    expect(components([[1], [2]])).toBe('too-few-raters')
    expect(components([[1, 2]])).toBe('too-few-items')
    expect(
      components([
        [1, _],
        [_, 2],
        [3, _],
      ]),
    ).toBe('no-pairs')
    expect(
      components([
        [0.1, 0.1, 0.1],
        [0.1, _, 0.1],
      ]),
    ).toBe('constant')
    expect(iccFromComponents(ratingsFromTable([])).icc2).toEqual({ value: null, reason: 'no-ratings' })
    const opposed = iccFromComponents(
      ratingsFromTable([
        [1, 2],
        [2, 1],
      ]),
    )
    expect(opposed).toMatchObject({ icc3: { value: -1 }, icc3k: { reason: 'unbounded' } })
  })
})
