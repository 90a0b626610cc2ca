import { indexDraw, normalDraw, uniformDraw } from '@/lib/stats/random/draws'
import { seededRandom, type Random } from '@/lib/stats/random/seeded-random'
import type { Ratings } from '@/lib/stats/ratings'

/** A complete table item after item, one place per rater; NaN where the rating is missing. */
export type RatedItems = { raters: number; values: Float64Array }

/** How ratings come about: quality of the item, bias of the rater, noise; rounded to the scale 1 … 5. */
export type RatingModel = {
  seed: number
  /** Quality is normal with this mean and standard deviation. */
  mean: number
  spread: number
  /** Per rater, what is added to every quality. */
  biases: readonly number[]
  /** Per rater, the standard deviation of the noise. */
  noises: readonly number[]
  /** How likely a rating is missing; 0 unless told. */
  missing?: number
}

const POPULATION = 20_000

/** A finite population of items: what a figure of all its rows is, is known exactly. */
export function ratedPopulation({
  seed,
  mean,
  spread,
  biases,
  noises,
  missing = 0,
}: RatingModel): RatedItems {
  const random = seededRandom(seed)
  const raters = biases.length
  const values = new Float64Array(POPULATION * raters)
  for (let item = 0; item < POPULATION; item += 1) {
    const quality = mean + spread * normalDraw(random)
    for (let rater = 0; rater < raters; rater += 1) {
      const felt = quality + (biases[rater] ?? 0) + (noises[rater] ?? 0) * normalDraw(random)
      const isMissing = missing > 0 && uniformDraw(random) < missing
      values[item * raters + rater] = isMissing ? NaN : Math.min(5, Math.max(1, Math.round(felt)))
    }
  }
  return { raters, values }
}

/** Items drawn from a population with replacement, each with all its ratings. */
export function drawItems({ raters, values }: RatedItems, items: number, random: Random): RatedItems {
  const drawn = new Float64Array(items * raters)
  for (let item = 0; item < items; item += 1) {
    const row = indexDraw(values.length / raters, random) * raters
    drawn.set(values.subarray(row, row + raters), item * raters)
  }
  return { raters, values: drawn }
}

/** The same in long form. */
export function asRatings({ raters, values }: RatedItems): Ratings {
  const places = Int32Array.from(values.keys()).filter((place) => !Number.isNaN(values[place]))
  return {
    items: values.length / raters,
    raters,
    item: places.map((place) => Math.floor(place / raters)),
    rater: places.map((place) => place % raters),
    value: Float64Array.from(places, (place) => values[place] ?? NaN),
  }
}
