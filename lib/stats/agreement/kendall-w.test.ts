import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kendallW } from './kendall-w'
import { ratingsFromTable } from '@/lib/stats/agreement/table/ratings-from-table'

const byJudge = (judges: number[][]) =>
  ratingsFromTable((judges[0] ?? []).map((_, item) => judges.map((judge) => judge[item] ?? null)))

/** Figures of scipy.stats.friedmanchisquare. */
test.each([
  {
    what: 'three judges of six items without ties',
    judges: [
      [1, 6, 3, 2, 5, 4],
      [1, 5, 6, 2, 4, 3],
      [6, 3, 2, 5, 4, 1],
    ],
    expected: [0.212698412698, 3.19047619048, 0.670646820786],
  },
  {
    what: 'four judges with ties',
    judges: [
      [1, 2, 2, 4, 5, 3],
      [2, 2, 2, 5, 4, 1],
      [1, 3, 2, 4, 4, 4],
      [1, 1, 3, 3, 5, 2],
    ],
    expected: [0.7112403100775188, 14.224806201550376, 0.01424274497615098],
  },
])('$what', ({ judges, expected }) => {
  const w = kendallW(byJudge(judges))
  if (w.value === null) throw new Error(w.reason)
  expected.forEach((figure, i) => expect([w.value, w.chiSquared, w.p][i]).toBeCloseTo(figure, 11))
})

test('only the order that each judge gives counts', () => {
  const rows = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }), {
    minLength: 2,
  })
  fc.assert(
    fc.property(rows, (table) => {
      const own = table.map((row) => row.map((x, judge) => x ** 3 * (judge + 1) - 5 * judge))
      const [one, other] = [kendallW(ratingsFromTable(table)), kendallW(ratingsFromTable(own))]
      expect(other.reason).toBe(one.reason)
      expect(other.value ?? 0).toBeCloseTo(one.value ?? 0, 12)
      expect(one.value ?? 0).toBeLessThanOrEqual(1 + 1e-12)
    }),
  )
})

test('what cannot be told is named; equal orders are 1', () => {
  const reason = (table: (number | null)[][]) => kendallW(ratingsFromTable(table)).reason
  expect(reason([])).toBe('no-ratings')
  expect(reason([[1], [2]])).toBe('too-few-raters')
  expect(reason([[1, 2]])).toBe('too-few-items')
  expect(
    reason([
      [1, 2],
      [1, null],
      [null, 3],
    ]),
  ).toBe('incomplete')
  expect(
    reason([
      [1, 2],
      [1, 2],
    ]),
  ).toBe('constant')
  expect(
    kendallW(
      ratingsFromTable([
        [1, 10],
        [2, 20],
        [3, 21],
      ]),
    ),
  ).toMatchObject({ value: 1, items: 3, raters: 2 })
})
