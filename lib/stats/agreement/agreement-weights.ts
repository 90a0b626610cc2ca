/** How near misses count: not at all; by 1 − distance; by 1 − distance². The distance is relative to the furthest. */
export type AgreementWeights = 'none' | 'linear' | 'quadratic'

/** The agreement of two categories that lie `distance` places apart; Cohen (1968), Fleiss & Cohen (1973). */
export function agreementWeight(distance: number, categories: number, weights: AgreementWeights): number {
  if (distance === 0) return 1
  if (weights === 'none') return 0
  const relative = distance / (categories - 1)
  return weights === 'linear' ? 1 - relative : 1 - relative * relative
}

/** Per category i: Σⱼ share(j) w(i, j) and Σⱼ share(j) w(i, j)². */
export type MeanWeights = { weight: Float64Array; square: Float64Array }

/**
 * The agreement of each category with one that is drawn from shares, and its mean square: the sums of a definition over
 * all pairs of categories, in one pass.
 *
 * @param shares of the categories, summing to 1
 */
export function meanWeights(shares: Float64Array, weights: AgreementWeights): MeanWeights {
  if (weights === 'none') return { weight: shares, square: shares }
  const squared = meanSquaredDistances(shares)
  if (weights === 'linear') {
    const absolute = meanAbsoluteDistances(shares)
    return {
      weight: absolute.map((distance) => 1 - distance),
      square: absolute.map((distance, i) => 1 - 2 * distance + (squared.second[i] ?? 0)),
    }
  }
  return {
    weight: squared.second.map((distance) => 1 - distance),
    square: squared.second.map((distance, i) => 1 - 2 * distance + (squared.fourth[i] ?? 0)),
  }
}

/** Σⱼ share(j) |i − j|, in units of the furthest distance. From one category to the next all distances change by one. */
function meanAbsoluteDistances(shares: Float64Array): Float64Array {
  const furthest = Math.max(1, shares.length - 1)
  const distances = new Float64Array(shares.length)
  let distance = shares.reduce((sum, share, j) => sum + share * j, 0)
  let below = 0
  for (let i = 0; i < shares.length; i += 1) {
    distances[i] = distance / furthest
    below += shares[i] ?? 0
    distance += below - (1 - below)
  }
  return distances
}

/** The second and fourth moments of the distance from each category, by those about the mean. */
function meanSquaredDistances(shares: Float64Array) {
  const furthest = Math.max(1, shares.length - 1)
  const mean = shares.reduce((sum, share, j) => sum + (share * j) / furthest, 0)
  let [second, third, fourth] = [0, 0, 0]
  shares.forEach((share, j) => {
    const offset = j / furthest - mean
    second += share * offset ** 2
    third += share * offset ** 3
    fourth += share * offset ** 4
  })
  const offsets = Float64Array.from(shares, (_, i) => mean - i / furthest)
  return {
    second: offsets.map((offset) => second + offset ** 2),
    fourth: offsets.map((offset) => fourth + 4 * offset * third + 6 * offset ** 2 * second + offset ** 4),
  }
}
