/** What α needs of a unit: it adds up over units, so that resampling units costs a weighted sum. */
export type AlphaMoments = {
  /** Pairable values. */
  n: number
  sum: number
  sumOfSquares: number
  /** Squared differences over all ordered pairs of the unit, divided by its number of values − 1. */
  within: number
}

/** The moments of one unit's values; a unit with fewer than two values has nothing to compare and gives null. */
export function alphaMoments(values: readonly number[]): AlphaMoments | null {
  const n = values.length
  if (n < 2) return null
  const sum = values.reduce((total, value) => total + value, 0)
  const sumOfSquares = values.reduce((total, value) => total + value * value, 0)
  return { n, sum, sumOfSquares, within: (2 * (n * sumOfSquares - sum * sum)) / (n - 1) }
}

/**
 * Krippendorff's α for interval data: 1 − observed / expected disagreement, with squared differences. Krippendorff
 * (2011), Computing Krippendorff's Alpha-Reliability. Works on summed moments in closed form, so that the cost is the
 * number of values.
 *
 * @returns α, at most 1; null where it is undefined: no pair of values, or no two values that differ
 */
export function alphaFromMoments({ n, sum, sumOfSquares, within }: AlphaMoments): number | null {
  const expected = (2 * (n * sumOfSquares - sum * sum)) / (n - 1)
  // Rounding leaves a trace where all values are equal.
  if (n < 2 || expected <= 1e-12 * n * sumOfSquares) return null
  return 1 - within / expected
}

/** α of units with their values, in any order, missing values left out. */
export function krippendorffAlphaInterval(units: readonly (readonly number[])[]): number | null {
  const total: AlphaMoments = { n: 0, sum: 0, sumOfSquares: 0, within: 0 }
  for (const unit of units) {
    const moments = alphaMoments(unit)
    if (!moments) continue
    total.n += moments.n
    total.sum += moments.sum
    total.sumOfSquares += moments.sumOfSquares
    total.within += moments.within
  }
  return alphaFromMoments(total)
}
