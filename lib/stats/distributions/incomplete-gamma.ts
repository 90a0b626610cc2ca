import { stirlingError } from './log-gamma'

/** xᵃ e⁻ˣ / Γ(a), in Loader's (2000) form, so that large a and x cost no digits. */
export function gammaPower(x: number, a: number): number {
  if (x === 0) return 0
  const deviation = (a - x) / a
  const logRatio = Math.abs(deviation) < 0.5 ? Math.log1p(-deviation) : Math.log(x / a)
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(a * logRatio + (a - x) - stirlingError(a))
}

/** Σ xⁿ / (a + 1)(a + 2) … (a + n): DLMF 8.11.4. */
function series(x: number, a: number): number {
  let term = 1
  let sum = 1
  for (let n = 1; term > 1e-17 * sum; n += 1) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

/** The continued fraction of Γ(a, x) / xᵃ e⁻ˣ by Lentz's method: Abramowitz & Stegun (1964), 6.5.31, contracted. */
function continuedFraction(x: number, a: number): number {
  let partial = x + 1 - a
  let numerator = 1e300
  let denominator = 1 / partial
  let fraction = denominator
  for (let n = 1; n < 1e7; n += 1) {
    const coefficient = n * (a - n)
    partial += 2
    denominator = 1 / (partial + coefficient * denominator)
    numerator = partial + coefficient / numerator
    const change = numerator * denominator
    fraction *= change
    if (Math.abs(change - 1) <= 2e-16) break
  }
  return fraction
}

/**
 * The regularised incomplete gamma function P(a, x) (`lower`) and Q(a, x) = 1 − P (`upper`), each without cancellation
 * where it is small. DLMF 8.2.4. For x ≥ 0 and a > 0.
 */
export function incompleteGamma(x: number, a: number): { lower: number; upper: number } {
  const power = gammaPower(x, a)
  if (x < a + 1) {
    const lower = (power * series(x, a)) / a
    return { lower, upper: 1 - lower }
  }
  const upper = power * continuedFraction(x, a)
  return { lower: 1 - upper, upper }
}
