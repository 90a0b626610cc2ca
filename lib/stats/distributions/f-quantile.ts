import { betaQuantileParts } from './beta-quantile'
import { requirePositive, requireProbability } from './require-parameter'

/**
 * The p-quantile of the F distribution with df1 and df2 degrees of freedom, whole or not: the x with P(F ≤ x) = p; 0 for
 * 0, ∞ for 1.
 *
 * @throws RangeError for p outside [0, 1], or unless df1 and df2 are positive and finite
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  requireProbability('p', p)
  requirePositive('df1', df1)
  requirePositive('df2', df2)
  const { x, y } = betaQuantileParts({ lower: p, upper: 1 - p }, df1 / 2, df2 / 2)
  return (df2 / df1) * (x / y)
}
