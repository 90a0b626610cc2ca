import type { Figure, Interval } from '@/lib/stats/figure'
import { multinomialDraw } from '@/lib/stats/random/multinomial-draw'
import { seededRandom, type Random } from '@/lib/stats/random/seeded-random'
import { bcaInterval } from './bca-interval'
import { expandedLevel } from './expanded-level'
import { percentileInterval } from './percentile-interval'

/** Items as distinct rows; an `AgreementTable` is one. */
export type ItemRows = {
  /** How many items have each row. */
  times: Float64Array
  /** The row of each item. */
  rowOf: Int32Array
}

/** A figure of distinct rows, each counted as often as `times` says. */
export type Coefficient = (times: ArrayLike<number>) => Figure

export type BootstrapOptions = {
  /** How many resamples; 1,000 give limits to about a tenth of the standard error. */
  resamples: number
  /** An integer from 0 to 2³² − 1. */
  seed: number
  /** In (0, 1); 0.95 unless told. */
  level?: number
  /** 'percentile' unless told; 'bca' corrects for bias and for a spread that grows with the figure. */
  method?: 'percentile' | 'bca'
}

/**
 * Bootstrap interval of a coefficient: items are drawn anew with replacement, with all their ratings (Efron 1979; Efron &
 * Tibshirani 1993, ch. 13, 14), at a level that allows for their number (`expandedLevel`). Raters are not drawn: the
 * interval speaks of these raters and other items.
 *
 * @returns null for one item, where the coefficient is undefined, or is in more than half of the resamples, or where `bcaInterval` finds
 *   no limits
 * @throws RangeError for a seed or level out of range, or a number of resamples that is not a whole one above 0
 */
export function itemBootstrap(
  coefficient: Coefficient,
  rows: ItemRows,
  options: BootstrapOptions,
): Interval | null {
  const estimate = coefficient(rows.times)
  if (estimate.value === null) return null
  const samples = bootstrapSamples(coefficient, rows, options)
  const { method = 'percentile' } = options
  const level = expandedLevel(options.level ?? 0.95, rows.rowOf.length)
  if (level === null) return null
  const limits =
    method === 'bca'
      ? bcaInterval(samples, { estimate: estimate.value, level, ...leaveOut(coefficient, rows) })
      : percentileInterval(samples, level)
  return limits === null ? null : { low: limits[0], high: limits[1] }
}

/**
 * The coefficient in each resample, NaN where it is undefined. Resample b draws from stream b of the seed.
 */
export function bootstrapSamples(
  coefficient: Coefficient,
  rows: ItemRows,
  { resamples, seed }: Pick<BootstrapOptions, 'resamples' | 'seed'>,
): Float64Array {
  if (!Number.isSafeInteger(resamples) || resamples < 1)
    throw new RangeError(`not a number of resamples: ${resamples}`)
  const times = new Float64Array(rows.times.length)
  return Float64Array.from({ length: resamples }, (_, resample) => {
    drawTimes(times, rows, seededRandom(seed, resample))
    return coefficient(times).value ?? NaN
  })
}

/**
 * How often each row stands in a resample of items. Where many items share a row, one draw per row is quicker than one
 * per item; both have the same distribution.
 */
function drawTimes(times: Float64Array, rows: ItemRows, random: Random): void {
  const items = rows.rowOf.length
  if (rows.times.length * 8 < items) {
    multinomialDraw(times, { total: items, probabilities: rows.times }, random)
    return
  }
  times.fill(0)
  for (let draw = 0; draw < items; draw += 1) {
    const row = rows.rowOf[Math.floor((random() / 2 ** 32) * items)] ?? 0
    times[row] = (times[row] ?? 0) + 1
  }
}

/** Beyond so many rows the jackknife leaves out groups of items. */
const MOST_LEFT_OUT = 1000

/**
 * The coefficient without each item in turn; items of one row give the same, as often as `times`. With more than 1,000
 * distinct rows, without each of 1,000 groups of items instead (every thousandth item), which estimates the same skewness
 * at a cost that stays linear.
 */
function leaveOut(coefficient: Coefficient, { times, rowOf }: ItemRows) {
  const left = times.slice()
  if (times.length <= MOST_LEFT_OUT) {
    const jackknife = times.map((count, row) => {
      left[row] = count - 1
      const { value } = coefficient(left)
      left[row] = count
      return value ?? NaN
    })
    return { jackknife, times }
  }
  const jackknife = Float64Array.from({ length: MOST_LEFT_OUT }, (_, group) => {
    left.set(times)
    for (let item = group; item < rowOf.length; item += MOST_LEFT_OUT) {
      const row = rowOf[item] ?? 0
      left[row] = (left[row] ?? 0) - 1
    }
    return coefficient(left).value ?? NaN
  })
  return { jackknife }
}
