import { normalCentral, normalDensity, normalUpper } from './normal-cdf'
import { requireProbability } from './require-parameter'

/** The x > 0 with P(X > x) = tail, for tails of ¼ and below: Newton's method on the logarithm, which is concave. */
function upperQuantile(tail: number): number {
  let x = Math.sqrt(-2 * Math.log(2 * tail))
  for (let step = 0; step < 50; step += 1) {
    const upper = normalUpper(x)
    const change = (Math.log(upper / tail) * upper) / normalDensity(x)
    x += change
    if (Math.abs(change) <= 1e-15 * x) break
  }
  return x
}

/** The x with P(0 < X ≤ x) = share, for shares of at most ¼ in size. */
function centralQuantile(share: number): number {
  let x = share * Math.sqrt(2 * Math.PI)
  for (let step = 0; step < 50; step += 1) {
    const change = (share - normalCentral(x)) / normalDensity(x)
    x += change
    if (Math.abs(change) <= 1e-16 * Math.abs(x)) break
  }
  return x
}

/**
 * The p-quantile of the standard normal distribution: the x with P(X ≤ x) = p; −∞ for 0, ∞ for 1. Solved from
 * `normalUpper` to its precision.
 *
 * @param p in [0, 1]
 * @throws RangeError for other p
 */
export function normalQuantile(p: number): number {
  requireProbability('p', p)
  if (p === 0) return -Infinity
  if (p === 1) return Infinity
  if (Math.abs(p - 0.5) <= 0.25) return centralQuantile(p - 0.5)
  return p < 0.5 ? -upperQuantile(p) : upperQuantile(1 - p)
}
