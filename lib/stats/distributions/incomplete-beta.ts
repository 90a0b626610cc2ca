import { stirlingError } from './log-gamma'
import { requirePositive } from './require-parameter'

/** A share and what it leaves of 1, each to full relative precision: 1 − x of a small y would have lost its digits. */
export type Parts = { x: number; y: number }

/** ln(share / expected) from the deviation expected − share where the two are close. */
function logRatio(ratio: number, deviation: number): number {
  return Math.abs(deviation) < 0.5 ? Math.log1p(-deviation) : Math.log(ratio)
}

/**
 * xᵃ yᵇ / B(a, b), in Loader's (2000) form: logarithms of ratios to the expected values and Stirling remainders, so
 * that large a and b cost no digits.
 */
export function betaPower({ x, y }: Parts, a: number, b: number): number {
  if (x === 0 || y === 0) return 0
  const n = a + b
  const deviation = x <= y ? a - n * x : n * y - b
  const exponent = a * logRatio((n * x) / a, deviation / a) + b * logRatio((n * y) / b, -deviation / b)
  const remainder = stirlingError(n) - stirlingError(a) - stirlingError(b)
  return Math.sqrt(a / n) * Math.sqrt(b / (2 * Math.PI)) * Math.exp(exponent + remainder)
}

/**
 * The continued fraction xᵃ yᵇ / (B(a, b) I(x; a, b)) by Lentz's method, for x below (a + 1)/(a + b + 2). DiDonato &
 * Morris (1992), Algorithm 708, eq. 9: its partial terms are positive there, so that long fractions keep their digits.
 */
function continuedFraction({ x, y }: Parts, a: number, b: number): number {
  const surplus = a * y - b * x + 1
  let fraction = (a * surplus) / (a + 1)
  let numerator = fraction
  let denominator = 0
  // The number of steps grows with the square root of the larger parameter.
  for (let m = 1; m < 1e7; m += 1) {
    const odd = a + 2 * m - 1
    const coefficient = ((a + m - 1) / odd) * ((a + b + m - 1) / odd) * m * (b - m) * x * x
    const partial = m + (m * (b - m) * x) / odd + ((a + m) * (surplus + m * (1 + y))) / (odd + 2)
    denominator = 1 / (partial + coefficient * denominator)
    numerator = partial + coefficient / numerator
    const change = numerator * denominator
    fraction *= change
    if (Math.abs(change - 1) <= 2e-16) return fraction
  }
  throw new RangeError(`the continued fraction of the incomplete beta function does not settle: ${a}, ${b}`)
}

/**
 * The regularised incomplete beta function I(x; a, b) (`lower`) and 1 − I (`upper`), each without cancellation where it
 * is small. DLMF 8.17.
 *
 * @throws RangeError unless a and b are positive and finite, and x and y lie in [0, 1]
 */
export function incompleteBeta({ x, y }: Parts, a: number, b: number): { lower: number; upper: number } {
  requirePositive('a', a)
  requirePositive('b', b)
  if (!(x >= 0 && y >= 0 && x <= 1 && y <= 1)) throw new RangeError(`not a share: ${x}`)
  if (x === 0) return { lower: 0, upper: 1 }
  if (y === 0) return { lower: 1, upper: 0 }
  const power = betaPower({ x, y }, a, b)
  if (x < (a + 1) / (a + b + 2)) {
    const lower = power / continuedFraction({ x, y }, a, b)
    return { lower, upper: 1 - lower }
  }
  const upper = power / continuedFraction({ x: y, y: x }, b, a)
  return { lower: 1 - upper, upper }
}
