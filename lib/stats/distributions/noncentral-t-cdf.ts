import { gammaPower } from './incomplete-gamma'
import { normalCdf, normalUpper } from './normal-cdf'
import { requireFinite, requirePositive } from './require-parameter'

/**
 * P(T ≤ t) of the noncentral t distribution with df degrees of freedom and noncentrality delta, T = (Z + delta) / S with
 * a standard normal Z and S² = χ²(df) / df. By its definition: ∫ Φ(t s − delta) f(s) ds over the density f of S. Johnson,
 * Kotz & Balakrishnan (1995), ch. 31. The integrand is positive, so that small tails keep their digits (to about
 * 10⁻¹²).
 *
 * @param df positive, whole or not
 * @throws RangeError unless t and delta are finite and df positive and finite
 */
export function noncentralTCdf(t: number, df: number, delta: number): number {
  check(t, df, delta)
  return meanOverScale(df, (scale) => normalCdf(t * scale - delta))
}

/** P(T > t) of the noncentral t distribution, without cancellation. See `noncentralTCdf`. */
export function noncentralTUpper(t: number, df: number, delta: number): number {
  check(t, df, delta)
  return meanOverScale(df, (scale) => normalUpper(t * scale - delta))
}

function check(t: number, df: number, delta: number): void {
  requireFinite('t', t)
  requirePositive('df', df)
  requireFinite('delta', delta)
}

/** E g(S) with S² = χ²(df) / df, over z = ln S: the density of z is 2 wᵃ e⁻ʷ / Γ(a) with a = df/2 and w = a S². */
function meanOverScale(df: number, g: (scale: number) => number): number {
  const integrand = (z: number) => {
    const scale = Math.exp(z)
    const density = 2 * gammaPower((df / 2) * scale * scale, df / 2)
    return density === 0 ? 0 : density * g(scale)
  }
  const spread = Math.sqrt(1 / df)
  return integral(integrand, {
    low: -Math.max(40 * spread, 720 / df),
    high: Math.min(40 * spread, 4 + 4 * spread),
  })
}

/**
 * The integral over a smooth positive hump that falls off at both ends: by the trapezoidal rule, which converges
 * exponentially there (Trefethen & Weideman 2014). The step is halved until the sum stays.
 */
function integral(f: (z: number) => number, range: { low: number; high: number }): number {
  const { low, high } = narrowed(f, range)
  let step = (high - low) / 32
  let sum = 0
  for (let z = 1; z < 32; z += 1) sum += f(low + z * step)
  let before = sum * step
  for (let halving = 0; halving < 14; halving += 1) {
    const points = Math.round((high - low) / step)
    for (let z = 0; z < points; z += 1) sum += f(low + (z + 0.5) * step)
    step /= 2
    const after = sum * step
    if (Math.abs(after - before) <= 1e-14 * after) return after
    before = after
  }
  return before
}

/** The part of the range outside which the function is below 10⁻²⁰ of its largest value. */
function narrowed(f: (z: number) => number, { low, high }: { low: number; high: number }) {
  const cells = 1000
  const at = (cell: number) => low + ((high - low) * cell) / cells
  const values = Float64Array.from({ length: cells + 1 }, (_, cell) => f(at(cell)))
  const largest = values.reduce((most, value) => Math.max(most, value), 0)
  const counts = (value: number) => value > 1e-20 * largest
  const first = values.findIndex(counts)
  const last = values.findLastIndex(counts)
  return { low: at(Math.max(0, first - 1)), high: at(Math.min(cells, last + 1)) }
}
