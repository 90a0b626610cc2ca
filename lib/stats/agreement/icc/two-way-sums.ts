import type { AgreementTable } from '@/lib/stats/agreement/table/agreement-table'

/** Sums of squares about the grand mean of ratings with gaps, and how uneven the design is. */
export type TwoWaySums = {
  ratings: number
  items: number
  /** Raters with a rating. */
  raters: number
  /** Σ y² */
  total: number
  /** Σ (sum of the item)² / its ratings */
  byItem: number
  /** Σ (sum of the rater)² / the rater's ratings */
  byRater: number
  /** Σ (ratings of the item)² */
  itemSquares: number
  /** Σ (ratings of the rater)² */
  raterSquares: number
}

/**
 * The sums of a table that keeps raters, each row counted as often as the given times.
 *
 * @throws RangeError for another table
 */
export function prepareTwoWaySums(table: AgreementTable): (times: ArrayLike<number>) => TwoWaySums {
  const { start, rater, raters, category, values } = table
  if (rater === null) throw new RangeError('the table does not keep raters')
  const origin = values[0] ?? 0
  const y = Float64Array.from(category, (place) => (values[place] ?? 0) - origin)
  const entryTimes = new Float64Array(y.length)
  return (times) => {
    for (let row = 0; row < start.length - 1; row += 1)
      entryTimes.fill(times[row] ?? 0, start[row], start[row + 1])
    const mean = weightedSum(entryTimes, y) / Math.max(1, weightedSum(entryTimes))
    const deviations = y.map((value) => value - mean)
    const squares = deviations.map((value) => value * value)
    return {
      total: weightedSum(entryTimes, squares),
      ...itemSums(start, deviations, times),
      ...raterSums({ rater, raters }, deviations, entryTimes),
    }
  }
}

function weightedSum(weights: Float64Array, values?: Float64Array): number {
  let sum = 0
  for (let i = 0; i < weights.length; i += 1) sum += (weights[i] ?? 0) * (values?.[i] ?? 1)
  return sum
}

function itemSums(start: Int32Array, deviations: Float64Array, times: ArrayLike<number>) {
  let [ratings, items, byItem, itemSquares] = [0, 0, 0, 0]
  for (let row = 0; row < start.length - 1; row += 1) {
    const weight = times[row] ?? 0
    const [from, to] = [start[row] ?? 0, start[row + 1] ?? 0]
    const size = to - from
    let sum = 0
    for (let entry = from; entry < to; entry += 1) sum += deviations[entry] ?? 0
    items += weight
    ratings += weight * size
    itemSquares += weight * size * size
    byItem += (weight * sum * sum) / size
  }
  return { ratings, items, byItem, itemSquares }
}

type WhoRated = { rater: Int32Array; raters: number }

function raterSums({ rater, raters }: WhoRated, deviations: Float64Array, entryTimes: Float64Array) {
  const sum = new Float64Array(raters)
  const count = new Float64Array(raters)
  for (let entry = 0; entry < rater.length; entry += 1) {
    const who = rater[entry] ?? 0
    sum[who] = (sum[who] ?? 0) + (entryTimes[entry] ?? 0) * (deviations[entry] ?? 0)
    count[who] = (count[who] ?? 0) + (entryTimes[entry] ?? 0)
  }
  return {
    raters: count.reduce((active, each) => active + (each > 0 ? 1 : 0), 0),
    raterSquares: weightedSum(count, count),
    byRater: sum.reduce((total, each, who) => total + (each * each) / Math.max(1, count[who] ?? 0), 0),
  }
}
