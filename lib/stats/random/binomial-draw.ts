import { uniformDraw } from './draws'
import type { Random } from './seeded-random'

/** Below this mode the search starts at 0, above it at the mode. */
const LOW_MODE = 20

/**
 * A draw from the binomial distribution: successes in `trials` independent trials. Inversion of one uniform number,
 * searched from the mode outwards (Kemp 1986, A modal method for generating binomial variables), so that the cost is
 * √(trials · probability · (1 − probability)). Uses only + − × ÷ and square roots, which IEEE 754 rounds alike on every
 * machine: no engine draws other numbers. Takes two draws, or none where the outcome is certain.
 *
 * @param trials a count, 0 or more
 * @param probability 0 … 1
 * @throws RangeError for any other count or probability
 */
export function binomialDraw(trials: number, probability: number, random: Random): number {
  if (!Number.isSafeInteger(trials) || trials < 0) throw new RangeError(`not a count of trials: ${trials}`)
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`not a probability: ${probability}`)
  if (trials === 0 || probability === 0) return 0
  if (probability === 1) return trials
  if (probability > 0.5) return trials - rareDraw(trials, 1 - probability, uniformDraw(random))
  return rareDraw(trials, probability, uniformDraw(random))
}

function rareDraw(trials: number, probability: number, uniform: number): number {
  const mode = Math.floor((trials + 1) * probability)
  const odds = probability / (1 - probability)
  if (mode < LOW_MODE) return upwards({ trials, odds, none: wholePower(1 - probability, trials) }, uniform)
  return outwards({ trials, odds, mode, top: probabilityOfMode(trials, probability, mode) }, uniform)
}

/** P(k + 1) = P(k) · odds · (trials − k) / (k + 1), summed from P(0) until the uniform number is passed. */
function upwards({ trials, odds, none }: { trials: number; odds: number; none: number }, uniform: number) {
  let share = none
  let left = uniform - share
  let k = 0
  while (left >= 0 && k < trials) {
    share *= (odds * (trials - k)) / (k + 1)
    k += 1
    left -= share
  }
  return k
}

type Hill = { trials: number; odds: number; mode: number; top: number }

function outwards({ trials, odds, mode, top }: Hill, uniform: number): number {
  let above = top
  let below = top
  let left = uniform - top
  // A share beyond 0 or beyond the last trial becomes 0 and stays so.
  for (let step = 1; left >= 0; step += 1) {
    const k = mode + step
    above *= (odds * (trials - k + 1)) / k
    left -= above
    if (left < 0) return k
    below *= (mode - step + 1) / (odds * (trials - mode + step))
    left -= below
    if (left < 0) return mode - step
    // Rounding of the sum leaves some 10⁻¹⁵ that no share takes.
    if (above + below < 1e-18) return mode
  }
  return mode
}

/** P(mode) by Loader (2000), Fast and accurate computation of binomial probabilities; all counts 19 or more. */
function probabilityOfMode(trials: number, probability: number, mode: number): number {
  const rest = trials - mode
  const stirling = stirlingError(trials) - stirlingError(mode) - stirlingError(rest)
  const deviance = devianceTerm(mode, trials * probability) + devianceTerm(rest, trials * (1 - probability))
  return Math.sqrt(trials / (2 * Math.PI * mode * rest)) * exponentialOfSmall(stirling - deviance)
}

/** ln n! less Stirling's formula, for n ≥ 16. */
function stirlingError(n: number): number {
  const square = n * n
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n
}

/** x · ln(x / mean) + mean − x for an x within one of the mean: Loader's series. */
function devianceTerm(x: number, mean: number): number {
  const ratio = (x - mean) / (x + mean)
  let sum = (x - mean) * ratio
  let term = 2 * x * ratio
  for (let odd = 3; odd < 40; odd += 2) {
    term *= ratio * ratio
    const next = sum + term / odd
    if (next === sum) return sum
    sum = next
  }
  return sum
}

/** eˣ for |x| < 0.1, by its series. */
function exponentialOfSmall(x: number): number {
  let sum = 1
  for (let k = 12; k > 0; k -= 1) sum = 1 + (x / k) * sum
  return sum
}

/** base^exponent by repeated squaring. */
function wholePower(base: number, exponent: number): number {
  let result = 1
  let square = base
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square
    square *= square
  }
  return result
}
