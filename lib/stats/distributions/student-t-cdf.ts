import { incompleteBeta } from './incomplete-beta'
import { requireNumber, requirePositive } from './require-parameter'

/**
 * P(T > t) of Student's t with df degrees of freedom: ½ I(df / (df + t²); df/2, ½) for t ≥ 0. Abramowitz & Stegun
 * (1964), 26.7.1. Small tails keep their digits.
 *
 * @param df positive, whole or not
 * @throws RangeError for NaN, or unless df is positive and finite
 */
export function studentTUpper(t: number, df: number): number {
  requireNumber('t', t)
  requirePositive('df', df)
  if (t < 0) return 1 - studentTUpper(-t, df)
  if (t === Infinity) return 0
  const ratio = t / Math.sqrt(df)
  const length = Math.hypot(1, ratio)
  return 0.5 * incompleteBeta({ x: (1 / length) ** 2, y: (ratio / length) ** 2 }, df / 2, 0.5).lower
}

/** P(T ≤ t) of Student's t with df degrees of freedom. See `studentTUpper`. */
export function studentTCdf(t: number, df: number): number {
  return studentTUpper(-t, df)
}
