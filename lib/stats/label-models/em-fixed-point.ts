/** One step of EM, and the log-likelihood of the parameters that it started from. */
export type EmStep = (parameters: Float64Array) => { next: Float64Array; logLikelihood: number }

export type EmSearch = {
  start: Float64Array
  step: EmStep
  /** Makes probabilities of numbers that are in proportion to them, in place. */
  normalise: (parameters: Float64Array) => void
  /** At rest when a step moves no probability by more than this. */
  tolerance: number
  /** Steps at most. */
  maxIterations: number
}

/** Leaps only where a step is this small: from farther away a leap could end at another maximum than EM's. */
const NEAR = 0.01

/**
 * Brings EM to rest, by SQUAREM (Varadhan & Roland 2008, Simple and globally convergent methods for accelerating the
 * convergence of any EM algorithm, scheme S3). Two steps θ₀ → θ₁ → θ₂ give r = θ₁ − θ₀ and v = (θ₂ − θ₁) − r; from them
 * it leaps to θ₀ + 2 α r + α² v with α = |r| / |v|. A leap that lowers the likelihood is taken back. Works on the square
 * roots of probabilities, so that every leap ends at probabilities.
 *
 * @returns `parameters` at rest, or after the last step; `iterations` counts steps
 */
export function emFixedPoint({ start, step, normalise, tolerance, maxIterations }: EmSearch): {
  parameters: Float64Array
  iterations: number
  converged: boolean
} {
  let at = start
  let beforeLeap: Float64Array | null = null
  let best = Number.NEGATIVE_INFINITY
  for (let iterations = 1; iterations <= maxIterations; iterations += 1) {
    const one = step(at)
    if (beforeLeap && one.logLikelihood < best - 1e-12 * Math.abs(best)) {
      at = beforeLeap
      beforeLeap = null
      continue
    }
    best = one.logLikelihood
    const moved = largestMove(at, one.next)
    if (moved <= tolerance) return { parameters: one.next, iterations, converged: true }
    beforeLeap = null
    if (moved > NEAR || iterations === maxIterations) at = one.next
    else {
      iterations += 1
      const two = step(one.next).next
      const leap = leapFrom(at, one.next, two)
      at = two
      if (leap) {
        normalise(leap)
        beforeLeap = two
        at = leap
      }
    }
  }
  return { parameters: beforeLeap ?? at, iterations: maxIterations, converged: false }
}

function largestMove(from: Float64Array, to: Float64Array): number {
  let most = 0
  for (let at = 0; at < from.length; at += 1) most = Math.max(most, Math.abs((to[at] ?? 0) - (from[at] ?? 0)))
  return most
}

/** Where three points in a row lead, up to a factor; null where it is no farther than the third. */
function leapFrom(zero: Float64Array, one: Float64Array, two: Float64Array): Float64Array | null {
  const [a, b, c] = [zero.map(Math.sqrt), one.map(Math.sqrt), two.map(Math.sqrt)]
  const step = b.map((root, at) => root - (a[at] ?? 0))
  const bend = c.map((root, at) => root - (b[at] ?? 0) - (step[at] ?? 0))
  const length = (vector: Float64Array) => Math.sqrt(vector.reduce((sum, part) => sum + part * part, 0))
  const far = length(step) / length(bend)
  if (!(far > 1 && Number.isFinite(far))) return null
  return a.map((root, at) => (root + 2 * far * (step[at] ?? 0) + far * far * (bend[at] ?? 0)) ** 2)
}
