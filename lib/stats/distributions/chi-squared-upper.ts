import { incompleteGamma } from './incomplete-gamma'
import { requireNumber, requirePositive } from './require-parameter'

/**
 * P(X > x) of the χ² distribution with df degrees of freedom, whole or not. Abramowitz & Stegun (1964), 26.4.19. Small
 * tails keep their digits.
 *
 * @throws RangeError for NaN, or unless df is positive and finite
 */
export function chiSquaredUpper(x: number, df: number): number {
  requireNumber('x', x)
  requirePositive('df', df)
  if (x <= 0) return 1
  return x === Infinity ? 0 : incompleteGamma(x / 2, df / 2).upper
}
