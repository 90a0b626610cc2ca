import { requirePositive } from './require-parameter'

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI)

/** B(2k) / 2k(2k − 1) of the Bernoulli numbers, k = 1 … 9. */
const STIRLING_SERIES = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
]

/**
 * What Stirling's formula leaves: δ(x) = ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π). Abramowitz & Stegun (1964), 6.1.40,
 * beyond 12; below that by the recurrence δ(x) = δ(x + 1) + (x + ½) ln(1 + 1/x) − 1. Absolute error below 10⁻¹⁵.
 *
 * Densities put together from δ keep the digits that differences of large ln Γ lose: Loader (2000), Fast and Accurate
 * Computation of Binomial Probabilities.
 *
 * @throws RangeError unless x is positive and finite
 */
export function stirlingError(x: number): number {
  requirePositive('x', x)
  let correction = 0
  let shifted = x
  for (; shifted < 12; shifted += 1) correction += (shifted + 0.5) * Math.log1p(1 / shifted) - 1
  const inverseSquare = 1 / (shifted * shifted)
  const series = STIRLING_SERIES.reduceRight((sum, term) => sum * inverseSquare + term, 0)
  return correction + series / shifted
}

/**
 * ln Γ(x), the logarithm of the gamma function; ln (n − 1)! for a whole number n. Absolute error about
 * 10⁻¹⁵ · max(1, |ln Γ(x)|).
 *
 * @throws RangeError unless x is positive and finite
 */
export function logGamma(x: number): number {
  const remainder = stirlingError(x)
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + remainder
}
