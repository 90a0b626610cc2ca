import { betaQuantileParts } from './beta-quantile'
import { requirePositive, requireProbability } from './require-parameter'

/**
 * The p-quantile of Student's t with df degrees of freedom: the t with P(T ≤ t) = p; −∞ for 0, ∞ for 1. By the beta
 * distribution of df / (df + t²).
 *
 * @param df positive, whole or not
 * @throws RangeError for p outside [0, 1], or unless df is positive and finite
 */
export function studentTQuantile(p: number, df: number): number {
  requireProbability('p', p)
  requirePositive('df', df)
  if (p === 0) return -Infinity
  if (p > 0.5) return -lowerQuantile({ lower: 2 * (1 - p), upper: 2 * p - 1 }, df)
  return lowerQuantile({ lower: 2 * p, upper: 1 - 2 * p }, df)
}

function lowerQuantile(twoSided: { lower: number; upper: number }, df: number): number {
  const { x, y } = betaQuantileParts(twoSided, df / 2, 0.5)
  // Not −0, and ∞ where x is 0.
  return y === 0 ? 0 : -Math.sqrt(df) * Math.sqrt(y / x)
}
