import { defined, undefinedBecause, type Figure, type Undefined } from '@/lib/stats/figure'
import type { Ratings } from '@/lib/stats/ratings'
import { groupMeans } from '@/lib/stats/descriptive/group-means'
import { refuseBadRatings } from './valid'

/** How one rater used the scale. */
export type ScaleUse = {
  n: number
  /** In the units of the ratings; undefined `no-ratings`. */
  mean: Figure
  /** Sample standard deviation; undefined `too-few-items` below two ratings. */
  standardDeviation: Figure
  /** Why the rater has no z-scores, or null. */
  leftOut: Undefined | null
}

/**
 * Ratings in units of each rater's own mean and spread, (x − mean) / s: takes away how high a rater rates and how much
 * of the scale the rater uses. van Dijk, Martens & Watson (1995), Quality assessment of coded images using numerical
 * category scaling.
 *
 * Asks that raters saw comparable items: a rater who only got good ones loses what was good about them. A rater with
 * one rating (`too-few-items`) or with equal ratings only (`constant`) has no z-scores and is left out by name.
 *
 * @param options.divisor of the sum of squares: `n - 1` (default, sample) or `n` (population)
 * @returns `ratings` of the same items and raters, without the rows left out; `raters` in order
 * @throws RangeError for a row past the items or raters, or a value that is not finite
 */
export function zScores(
  ratings: Ratings,
  options: { divisor?: 'n - 1' | 'n' } = {},
): { ratings: Ratings; raters: ScaleUse[] } {
  refuseBadRatings(ratings)
  const lost = options.divisor === 'n' ? 0 : 1
  const { count, mean } = groupMeans(ratings.rater, ratings.value, ratings.raters)
  const { squares, varies } = spreads(ratings, mean)
  const deviation = squares.map((sum, rater) => Math.sqrt(sum / ((count[rater] ?? 0) - lost)))
  const raters = Array.from(count, (n, rater) =>
    scaleUse(n, mean[rater] ?? 0, varies[rater] ? (deviation[rater] ?? 0) : 0),
  )
  const kept = (_: number, row: number) => varies[ratings.rater[row] ?? 0] === 1
  const rater = ratings.rater.filter(kept)
  const value = ratings.value.filter(kept)
  return {
    ratings: {
      items: ratings.items,
      raters: ratings.raters,
      item: ratings.item.filter(kept),
      rater,
      value: value.map((rating, row) => {
        const by = rater[row] ?? 0
        return (rating - (mean[by] ?? 0)) / (deviation[by] ?? 1)
      }),
    },
    raters,
  }
}

/** Each rater's sum of squared distances from the mean, and 1 where two of the rater's ratings differ. */
function spreads({ raters, rater, value }: Ratings, mean: Float64Array) {
  const squares = new Float64Array(raters)
  const first = new Float64Array(raters).fill(Number.NaN)
  const varies = new Uint8Array(raters)
  for (let row = 0; row < value.length; row += 1) {
    const by = rater[row] ?? 0
    const rating = value[row] ?? 0
    squares[by] = (squares[by] ?? 0) + (rating - (mean[by] ?? 0)) ** 2
    if (Number.isNaN(first[by])) first[by] = rating
    else if (first[by] !== rating) varies[by] = 1
  }
  return { squares, varies }
}

function scaleUse(n: number, mean: number, deviation: number): ScaleUse {
  const leftOut = n === 0 ? 'no-ratings' : n === 1 ? 'too-few-items' : deviation === 0 ? 'constant' : null
  return {
    n,
    mean: n > 0 ? defined(mean) : undefinedBecause('no-ratings'),
    standardDeviation: n > 1 ? defined(deviation) : undefinedBecause('too-few-items'),
    leftOut,
  }
}
