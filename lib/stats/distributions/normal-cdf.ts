import { requireNumber } from './require-parameter'

/** Density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI)
}

/**
 * P(0 < X ≤ x) of a standard normal X, negative for a negative x: φ(x) (x + x³/3 + x⁵/(3·5) + …), Abramowitz & Stegun
 * (1964), 26.2.11. For |x| of a few units.
 */
export function normalCentral(x: number): number {
  let term = x
  let sum = x
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd
    sum += term
  }
  return normalDensity(x) * sum
}

/** φ(x) / (x + 1/(x + 2/(x + 3/(x + …)))), Abramowitz & Stegun (1964), 26.2.14; for x of 2 and above. */
function upperByFraction(x: number): number {
  const levels = Math.ceil(20 + 240 / (x * x))
  let rest = x
  for (let level = levels; level >= 1; level -= 1) rest = x + level / rest
  return normalDensity(x) / rest
}

/**
 * P(X > x) of a standard normal X, to a relative error of about 10⁻¹⁴ · max(1, x²/100) as far as 10⁻³⁰⁰.
 *
 * @throws RangeError for NaN
 */
export function normalUpper(x: number): number {
  requireNumber('x', x)
  if (x < -2) return 1 - upperByFraction(-x)
  return x < 2 ? 0.5 - normalCentral(x) : upperByFraction(x)
}

/** P(X ≤ x) of a standard normal X. See `normalUpper`. */
export function normalCdf(x: number): number {
  return normalUpper(-x)
}
