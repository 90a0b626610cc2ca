import { incompleteBeta } from './incomplete-beta'

/**
 * P(X ≤ x) of the beta distribution with parameters a and b. Johnson, Kotz & Balakrishnan (1995), ch. 25.
 *
 * @param x in [0, 1]
 * @throws RangeError for other x, or unless a and b are positive and finite
 */
export function betaCdf(x: number, a: number, b: number): number {
  return incompleteBeta({ x, y: 1 - x }, a, b).lower
}

/** P(X > x) of the beta distribution, without cancellation. See `betaCdf`. */
export function betaUpper(x: number, a: number, b: number): number {
  return incompleteBeta({ x, y: 1 - x }, a, b).upper
}
