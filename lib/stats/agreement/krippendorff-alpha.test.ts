import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ratings } from '@/lib/stats/ratings'
import { krippendorffAlpha, prepareKrippendorffAlpha, type MeasurementLevel } from './krippendorff-alpha'
import { agreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { ratingsFromTable } from '@/lib/stats/agreement/table/ratings-from-table'

const levels: readonly MeasurementLevel[] = ['nominal', 'ordinal', 'interval', 'ratio']
type Column = (number | null)[]
const byItem = (byRater: Column[]) =>
  ratingsFromTable((byRater[0] ?? []).map((_, item) => byRater.map((column) => column[item] ?? null)))
const _ = null

const canonical: Column[] = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]

describe('published examples; the further digits are those of the Python package fast-krippendorff', () => {
  test.each([
    ['nominal', 0.743421052632],
    ['ordinal', 0.815387503755],
    ['interval', 0.849107142857],
    ['ratio', 0.797402774712],
  ] as const)('Krippendorff (2011), four observers and twelve units, %s', (level, alpha) => {
    expect(krippendorffAlpha(byItem(canonical), level).value).toBeCloseTo(alpha, 11)
  })

  test.each([
    ['nominal', 0.691358024691],
    ['ordinal', 0.806721419941],
    ['interval', 0.810844892812],
    ['ratio', 0.808943670784],
  ] as const)('three coders of Wikipedia, %s', (level, alpha) => {
    const coders = [
      [_, _, _, _, _, 3, 4, 1, 2, 1, 1, 3, 3, _, 3],
      [1, _, 2, 1, 3, 3, 4, 3, _, _, _, _, _, _, _],
      [_, _, 2, 1, 3, 4, 4, _, 2, 1, 1, 3, 3, _, 4],
    ]
    expect(krippendorffAlpha(byItem(coders), level).value).toBeCloseTo(alpha, 11)
  })

  test.each(['nominal', 'interval'] as const)('Krippendorff (2011), two observers, binary, %s', (level) => {
    const observers = [
      [0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
      [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
    ]
    expect(krippendorffAlpha(byItem(observers), level).value).toBeCloseTo(0.0952380952381, 12)
  })
})

describe.each(levels)('at the level %s', (level) => {
  const alpha = (byRater: Column[]) => krippendorffAlpha(byItem(byRater), level)

  test('agreement throughout is 1, systematic disagreement below 0', () => {
    expect(
      alpha([
        [1, 2, 1, 2],
        [1, 2, 1, 2],
      ]).value,
    ).toBe(1)
    expect(
      alpha([
        [1, 2, 3, _],
        [1, _, _, _],
        [_, 2, 3, 4],
      ]).value,
    ).toBe(1)
    expect(
      alpha([
        [1, 2, 1, 2],
        [2, 1, 2, 1],
      ]).value,
    ).toBeCloseTo(-0.75, 12)
  })

  test('what cannot be told is named', () => {
    expect(alpha([])).toEqual({ value: null, reason: 'no-ratings' })
    expect(
      alpha([
        [_, _],
        [_, _],
      ]).reason,
    ).toBe('no-ratings')
    expect(alpha([[1, 2, 3]]).reason).toBe('no-pairs')
    expect(
      alpha([
        [1, _, 3],
        [_, 2, _],
      ]).reason,
    ).toBe('no-pairs')
    expect(
      alpha([
        [3, 3],
        [3, 3],
      ]).reason,
    ).toBe('constant')
    expect(
      alpha([
        [0.1, 0.1, 7],
        [0.1, 0.1, _],
        [0.1, 0.1, _],
      ]).reason,
    ).toBe('constant')
    expect(alpha([[3], [4]]).value).toBeCloseTo(0, 15)
  })

  test('the table and the definition over all pairs give the same', () => {
    const cell = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 6 }))
    const tables = fc
      .integer({ min: 1, max: 5 })
      .chain((raters) =>
        fc.array(fc.array(cell, { minLength: raters, maxLength: raters }), { minLength: 1, maxLength: 12 }),
      )
    fc.assert(
      fc.property(tables, (rows) => {
        const ratings = ratingsFromTable(rows)
        const { value } = krippendorffAlpha(ratings, level)
        const table = agreementTable(ratings, { keepRaters: true })
        const expected = alphaByDefinition(rows, level)
        expect(value === null).toBe(expected === null)
        expect(value ?? 0).toBeCloseTo(expected ?? 0, 9)
        expect(prepareKrippendorffAlpha(table, level)(table.times).value ?? 0).toBeCloseTo(expected ?? 0, 9)
      }),
    )
  })
})

/** Krippendorff (2011), from the matrix of coincidences, pair by pair. */
function alphaByDefinition(rows: Column[], level: MeasurementLevel): number | null {
  const units = rows.map((row) => row.filter((x) => x !== null)).filter((unit) => unit.length > 1)
  const all = units.flat()
  const count = (value: number) => all.filter((each) => each === value).length
  const between = (x: number, y: number) =>
    [...new Set(all)]
      .filter((v) => v >= Math.min(x, y) && v <= Math.max(x, y))
      .reduce((n, v) => n + count(v), 0)
  const distance = (x: number, y: number) => {
    if (x === y) return 0
    if (level === 'nominal') return 1
    if (level === 'interval') return (x - y) ** 2
    return level === 'ratio' ? ((x - y) / (x + y)) ** 2 : (between(x, y) - (count(x) + count(y)) / 2) ** 2
  }
  const total = (values: number[]) =>
    values.reduce((sum, x) => sum + values.reduce((s, y) => s + distance(x, y), 0), 0)
  const expected = total(all) / (all.length - 1)
  if (!(expected > 0)) return null
  return 1 - units.reduce((sum, unit) => sum + total(unit) / (unit.length - 1), 0) / expected
}

const examples = byItem(canonical)
const permuted = (ratings: Ratings, order: number[]): Ratings => ({
  ...ratings,
  item: Int32Array.from(order, (i) => ratings.item[i] ?? 0),
  rater: Int32Array.from(order, (i) => 3 - (ratings.rater[i] ?? 0)),
  value: Float64Array.from(order, (i) => ratings.value[i] ?? 0),
})

test('order of rows, names of raters, and what a level does not know leave α as it is', () => {
  const order = [...examples.item.keys()]
  const alpha = (ratings: Ratings, level: MeasurementLevel) => krippendorffAlpha(ratings, level).value ?? NaN
  fc.assert(
    fc.property(fc.shuffledSubarray(order, { minLength: order.length }), (shuffled) => {
      for (const level of levels)
        expect(alpha(permuted(examples, shuffled), level)).toBeCloseTo(alpha(examples, level), 12)
    }),
    { numRuns: 20 },
  )
  const mapped = (map: (x: number) => number) => ({ ...examples, value: examples.value.map(map) })
  expect(
    alpha(
      mapped((x) => (7 * x) % 5),
      'nominal',
    ),
  ).toBeCloseTo(alpha(examples, 'nominal'), 12)
  expect(
    alpha(
      mapped((x) => x ** 3 - 100),
      'ordinal',
    ),
  ).toBeCloseTo(alpha(examples, 'ordinal'), 12)
  expect(
    alpha(
      mapped((x) => -0.1 * x + 1e6),
      'interval',
    ),
  ).toBeCloseTo(alpha(examples, 'interval'), 8)
  expect(
    alpha(
      mapped((x) => 0.3 * x),
      'ratio',
    ),
  ).toBeCloseTo(alpha(examples, 'ratio'), 12)
})

test('α of the data twice is larger by nothing but n − 1: what is observed stays', () => {
  const table = agreementTable(examples, { keepRaters: false })
  for (const level of ['nominal', 'interval', 'ratio'] as const) {
    const alphaOf = prepareKrippendorffAlpha(table, level)
    const once = alphaOf(table.times).value ?? NaN
    const twice = alphaOf(table.times.map((count) => 2 * count)).value ?? NaN
    // 40 pairable values: the expected disagreement is divided by n − 1, 39 and then 79.
    expect((1 - twice) / (1 - once)).toBeCloseTo((79 / 39) * (40 / 80), 12)
  }
})

test('an α far from zero keeps its digits', () => {
  const far = { ...examples, value: examples.value.map((x) => 1e9 + x) }
  expect(krippendorffAlpha(far, 'interval').value).toBeCloseTo(0.849107142857, 10)
})

test('a million categories: all levels but ratio, which says how many it takes', { timeout: 20_000 }, () => {
  const n = 1_000_000
  const ratings: Ratings = {
    items: n / 2,
    raters: 2,
    item: Int32Array.from({ length: n }, (_, i) => i >> 1),
    rater: Int32Array.from({ length: n }, (_, i) => i & 1),
    value: Float64Array.from({ length: n }, (_, i) => i / 3),
  }
  expect(krippendorffAlpha(ratings, 'nominal').value).toBeCloseTo(0, 5)
  expect(krippendorffAlpha(ratings, 'ordinal').value).toBeCloseTo(1, 9)
  expect(krippendorffAlpha(ratings, 'interval').value).toBeCloseTo(1, 9)
  expect(() => krippendorffAlpha(ratings, 'ratio')).toThrow('1000000 distinct values')
})

test('a ratio scale has no negative values', () => {
  expect(() =>
    krippendorffAlpha(
      byItem([
        [-1, 2],
        [1, 2],
      ]),
      'ratio',
    ),
  ).toThrow(RangeError)
})
