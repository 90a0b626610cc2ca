import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fleissKappa } from './fleiss-kappa'
import { gwetAC1, gwetAC2 } from './gwet-ac'
import { percentAgreement } from './percent-agreement'
import { randolphKappa } from './randolph-kappa'
import { ratingsFromTable } from '@/lib/stats/agreement/table/ratings-from-table'

const _ = null
const fromCounts = (table: number[][]) =>
  ratingsFromTable(table.map((row) => row.flatMap((count, k) => new Array<number>(count).fill(k))))

/** Fleiss (1971), table 1: 30 patients, six psychiatrists, five diagnoses; κ = 0.430. */
const diagnoses = fromCounts(
  [
    '00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031',
    '00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006',
  ]
    .join(' ')
    .split(' ')
    .map((row) => Array.from(row, Number)),
)

test("Fleiss' κ and Randolph's of the published diagnoses", () => {
  expect(fleissKappa(diagnoses).value).toBeCloseTo(0.43024452006, 10)
  expect(randolphKappa(diagnoses).value).toBeCloseTo(0.444444444444, 11)
})

test("Wikipedia's example: ten subjects, fourteen raters, κ = 0.210", () => {
  const ratings = fromCounts([
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ])
  expect(fleissKappa(ratings).value).toBeCloseTo(0.209930704422, 11)
  expect(randolphKappa(ratings).value).toBeCloseTo(0.222527472527, 11)
})

describe('missing ratings, by Gwet (2014), table 2.8; his R package irrCAC prints 0.81818, 0.76117, 0.77273, 0.77544', () => {
  const ratings = ratingsFromTable([
    [1, 1, _, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [_, 5, 5, 5],
    [_, _, 1, 1],
    [_, 3, _, _],
  ])

  test('percent, Fleiss, Randolph, AC1', () => {
    expect(percentAgreement(ratings).value).toBeCloseTo(0.818181818182, 12)
    expect(fleissKappa(ratings).value).toBeCloseTo(0.761169275422, 12)
    expect(randolphKappa(ratings).value).toBeCloseTo(0.772727272727, 12)
    expect(gwetAC1(ratings).value).toBeCloseTo(0.775444068127, 12)
  })

  test('AC2, against the double sums of the definition in NumPy', () => {
    expect(gwetAC2(ratings, 'linear').value).toBeCloseTo(0.858739136433, 12)
    expect(gwetAC2(ratings, 'quadratic').value).toBeCloseTo(0.914000723552, 12)
  })

  test('a scale with values that nobody used, against the same', () => {
    const scale = [1, 2, 3, 4, 5, 6, 7]
    expect(randolphKappa(ratings, { scale }).value).toBeCloseTo(0.787878787879, 12)
    expect(gwetAC1(ratings, { scale }).value).toBeCloseTo(0.791760186789, 12)
    expect(gwetAC2(ratings, 'linear', { scale }).value).toBeCloseTo(0.910249793056, 12)
    expect(gwetAC2(ratings, 'quadratic', { scale }).value).toBeCloseTo(0.964609967625, 12)
    expect(() => gwetAC1(ratings, { scale: [1, 2, 3] })).toThrow('the value 4 is not on the scale')
  })
})

const coefficients = {
  percent: percentAgreement,
  fleiss: fleissKappa,
  randolph: randolphKappa,
  ac1: gwetAC1,
  linear: (ratings: Parameters<typeof gwetAC2>[0]) => gwetAC2(ratings, 'linear'),
  quadratic: (ratings: Parameters<typeof gwetAC2>[0]) => gwetAC2(ratings, 'quadratic'),
}

describe.each(Object.entries(coefficients))('%s', (name, coefficient) => {
  test('agreement throughout is 1; one item or one rater is named or counted', () => {
    expect(
      coefficient(
        ratingsFromTable([
          [1, 1],
          [2, 2],
          [3, 3],
        ]),
      ).value,
    ).toBeCloseTo(1, 14)
    expect(coefficient(ratingsFromTable([[1, 2, 2]])).reason).toBeNull()
    expect(coefficient(ratingsFromTable([[1], [2]])).reason).toBe('no-pairs')
    expect(coefficient(ratingsFromTable([[_, _]])).reason).toBe('no-ratings')
  })

  test('equal ratings throughout: percent is 1, chance cannot be told for the others', () => {
    const figure = coefficient(
      ratingsFromTable([
        [0.1, 0.1, 0.1],
        [0.1, 0.1, 0.1],
        [0.1, _, _],
      ]),
    )
    expect(figure).toEqual(
      name === 'percent' ? { value: 1, reason: null } : { value: null, reason: 'constant' },
    )
  })

  test('names of raters and the order of items do not matter', () => {
    const rows = fc.array(fc.array(fc.constantFrom(1, 2, 4, null), { minLength: 4, maxLength: 4 }), {
      maxLength: 10,
    })
    fc.assert(
      fc.property(rows, (table) => {
        const turned = table.map((row) => [...row].reverse()).reverse()
        const one = coefficient(ratingsFromTable(table))
        const other = coefficient(ratingsFromTable(turned))
        expect(other.reason).toBe(one.reason)
        expect(other.value ?? 0).toBeCloseTo(one.value ?? 0, 12)
      }),
    )
  })
})

test('with a scale that has more, agreement on one value alone is agreement', () => {
  const ratings = ratingsFromTable([
    [5, 5],
    [5, 5],
  ])
  expect(gwetAC1(ratings, { scale: [1, 2, 3, 4, 5] }).value).toBe(1)
  expect(randolphKappa(ratings, { scale: [4, 5] }).value).toBe(1)
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
  expect(fleissKappa(ratings).value).toBeCloseTo(0, 5)
  expect(gwetAC2(ratings, 'linear').value).toBeCloseTo(1, 5)
})
