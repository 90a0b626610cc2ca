import { betaPower, incompleteBeta, type Parts } from './incomplete-beta'
import { requireProbability } from './require-parameter'

type Tails = { lower: number; upper: number }

const SMALLEST_LOG = Math.log(2 ** -1022)

/**
 * The root of an increasing function by Newton's method, kept inside a bracket that shrinks: a step that leaves it is
 * replaced by bisection.
 */
function increasingRoot(
  valueAndSlope: (z: number) => [value: number, slope: number],
  bracket: { low: number; high: number },
): number {
  let { low, high } = bracket
  let z = high
  for (let step = 0; step < 200; step += 1) {
    const [value, slope] = valueAndSlope(z)
    if (value === 0) return z
    if (value > 0) high = z
    else low = z
    const newton = z - value / slope
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - z) <= 1e-16 * Math.abs(z) || high - low <= 1e-16 * Math.abs(z)) return next
    z = next
  }
  return z
}

/**
 * The x and y = 1 − x at which the beta distribution has the probability `lower` below and `upper` = 1 − `lower` above.
 * Solves for the logarithm of the smaller part in the logarithm of the smaller probability, so that neither loses
 * digits near 0 or near 1.
 */
export function betaQuantileParts({ lower, upper }: Tails, a: number, b: number): Parts {
  if (lower === 0) return { x: 0, y: 1 }
  if (upper === 0) return { x: 1, y: 0 }
  if (incompleteBeta({ x: 0.5, y: 0.5 }, a, b).lower >= lower) return smallerPart({ lower, upper }, a, b)
  const { x, y } = smallerPart({ lower: upper, upper: lower }, b, a)
  return { x: y, y: x }
}

/** The quantile where it is at most ½. */
function smallerPart({ lower, upper }: Tails, a: number, b: number): Parts {
  const valueAndSlope = (z: number): [number, number] => {
    const parts = { x: Math.exp(z), y: -Math.expm1(z) }
    const tails = incompleteBeta(parts, a, b)
    const density = betaPower(parts, a, b) / parts.y
    return lower <= upper
      ? [Math.log(tails.lower / lower), density / tails.lower]
      : [-Math.log(tails.upper / upper), density / tails.upper]
  }
  // The quantile may lie below the smallest number.
  if (valueAndSlope(SMALLEST_LOG)[0] >= 0) return { x: 0, y: 1 }
  const z = increasingRoot(valueAndSlope, { low: SMALLEST_LOG, high: Math.log(0.5) })
  return { x: Math.exp(z), y: -Math.expm1(z) }
}

/**
 * The p-quantile of the beta distribution with parameters a and b: the x with P(X ≤ x) = p.
 *
 * @param p in [0, 1]
 * @throws RangeError for other p, or unless a and b are positive and finite
 */
export function betaQuantile(p: number, a: number, b: number): number {
  requireProbability('p', p)
  return betaQuantileParts({ lower: p, upper: 1 - p }, a, b).x
}
