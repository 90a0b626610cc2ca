import { betaPower, incompleteBeta } from './incomplete-beta'
import { requireCount, requireProbability } from './require-parameter'

/**
 * P(X = k) of k successes in n independent trials of probability p. Loader (2000).
 *
 * @throws RangeError unless n is a count, k a whole number and p in [0, 1]
 */
export function binomialProbability(k: number, n: number, p: number): number {
  check(k, n, p)
  if (k < 0 || k > n) return 0
  if (p === 0 || p === 1) return k === n * p ? 1 : 0
  if (k === 0) return Math.exp(n * Math.log1p(-p))
  if (k === n) return Math.exp(n * Math.log(p))
  return (betaPower({ x: p, y: 1 - p }, k, n - k) / k) * (n / (n - k))
}

/** P(X ≤ k), as I(1 − p; n − k, k + 1): Abramowitz & Stegun (1964), 26.5.24. See `binomialProbability`. */
export function binomialCdf(k: number, n: number, p: number): number {
  check(k, n, p)
  if (k < 0) return 0
  return k >= n ? 1 : incompleteBeta({ x: 1 - p, y: p }, n - k, k + 1).lower
}

/** P(X > k), without cancellation. See `binomialCdf`. */
export function binomialUpper(k: number, n: number, p: number): number {
  check(k, n, p)
  if (k < 0) return 1
  return k >= n ? 0 : incompleteBeta({ x: 1 - p, y: p }, n - k, k + 1).upper
}

function check(k: number, n: number, p: number): void {
  if (!Number.isSafeInteger(k)) throw new RangeError(`k must be a whole number: ${k}`)
  requireCount('n', n)
  requireProbability('p', p)
}
