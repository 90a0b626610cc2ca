import { expect, test } from 'vitest'
import { agreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { prepareKrippendorffAlpha } from '@/lib/stats/agreement/krippendorff-alpha'
import { preparePercentAgreement } from '@/lib/stats/agreement/percent-agreement'
import { ratingsFromTable } from '@/lib/stats/agreement/table/ratings-from-table'
import { defined, undefinedBecause } from '@/lib/stats/figure'
import { uniformDraw } from '@/lib/stats/random/draws'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import { bootstrapSamples, itemBootstrap } from './item-bootstrap'

/** Two raters, of whom the second copies the first with a chance of 0.7. */
function study(items: number, categories: number) {
  const random = seededRandom(8)
  const value = () => Math.floor(uniformDraw(random) * categories)
  const rows = Array.from({ length: items }, () => {
    const first = value()
    return [first, uniformDraw(random) < 0.7 ? first : value()]
  })
  return agreementTable(ratingsFromTable(rows), { keepRaters: false })
}

test.each([
  ['drawn row by row', 3],
  ['drawn item by item', 200],
])('percent agreement, %s: the spread of the resamples is the binomial one', (_, categories) => {
  const table = study(400, categories)
  const percent = preparePercentAgreement(table)
  const share = percent(table.times).value ?? NaN
  const samples = bootstrapSamples(percent, table, { resamples: 4000, seed: 2 })
  const mean = samples.reduce((sum, x) => sum + x, 0) / 4000
  const sd = Math.sqrt(samples.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 3999)
  const expected = Math.sqrt((share * (1 - share)) / 400)
  expect(Math.abs(mean - share)).toBeLessThan((4 * expected) / Math.sqrt(4000))
  expect(sd / expected).toBeGreaterThan(0.95)
  expect(sd / expected).toBeLessThan(1.05)
})

test('a seed gives one interval, a wider level a wider one, and it holds the estimate', () => {
  const table = study(100, 5)
  const alpha = prepareKrippendorffAlpha(table, 'interval')
  const estimate = alpha(table.times).value ?? NaN
  for (const method of ['percentile', 'bca'] as const) {
    const at = (level: number) => itemBootstrap(alpha, table, { resamples: 500, seed: 4, level, method })
    const [narrow, wide] = [at(0.8), at(0.95)]
    expect(at(0.8)).toEqual(narrow)
    if (narrow === null || wide === null) throw new Error('no interval')
    expect([wide.low, narrow.low, estimate, narrow.high, wide.high]).toEqual(
      [wide.low, narrow.low, estimate, narrow.high, wide.high].sort((a, b) => a - b),
    )
  }
})

test('leaving out groups of items gives nearly the limits of leaving out each', () => {
  const table = study(3000, 300)
  expect(table.times.length).toBeGreaterThan(1000)
  const percent = preparePercentAgreement(table)
  // The same items, with equal rows told apart no more: few rows, so that each item is left out alone.
  const agree = Float64Array.from(table.times.keys(), (row) => percentOfRow(percent, row, table.times.length))
  const few = {
    times: Float64Array.of(
      ...[0, 1].map((x) => agree.reduce((n, y, row) => n + (x === y ? (table.times[row] ?? 0) : 0), 0)),
    ),
    rowOf: table.rowOf.map((row) => agree[row] ?? 0),
  }
  const share = (times: ArrayLike<number>) => defined((times[1] ?? 0) / ((times[0] ?? 0) + (times[1] ?? 0)))
  const options = { resamples: 2000, seed: 1, method: 'bca' } as const
  const [one, other] = [itemBootstrap(percent, table, options), itemBootstrap(share, few, options)]
  expect(one?.low).toBeCloseTo(other?.low ?? NaN, 2)
  expect(one?.high).toBeCloseTo(other?.high ?? NaN, 2)
})

function percentOfRow(
  percent: ReturnType<typeof preparePercentAgreement>,
  row: number,
  rows: number,
): number {
  const only = new Float64Array(rows)
  only[row] = 1
  return percent(only).value ?? NaN
}

test('no interval where the figure is undefined, or mostly so; nonsense is refused', () => {
  const rows = { times: Float64Array.of(1, 9), rowOf: Int32Array.of(0, 1, 1, 1, 1, 1, 1, 1, 1, 1) }
  const options = { resamples: 200, seed: 1 }
  expect(itemBootstrap(() => undefinedBecause('constant'), rows, options)).toBeNull()
  const fragile = (times: ArrayLike<number>) => (times[0] === 1 ? defined(1) : undefinedBecause('constant'))
  expect(itemBootstrap(fragile, rows, options)).toBeNull()
  for (const resamples of [0, 1.5, NaN])
    expect(() => itemBootstrap(() => defined(1), rows, { resamples, seed: 1 })).toThrow(RangeError)
  expect(() => itemBootstrap(() => defined(1), rows, { resamples: 1, seed: -1 })).toThrow(RangeError)
})
