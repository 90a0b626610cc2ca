import { binomialProbability } from './binomial-cdf'
import { requireCount } from './require-parameter'

/** A population of which some are marked, and how many of it are drawn without replacement. */
export type Draw = { population: number; marked: number; drawn: number }

/**
 * P(X = k) of k marked among those drawn: as a ratio of three binomial probabilities with p = drawn / population, which
 * keeps its digits in large populations. Loader (2000), §6.
 *
 * @throws RangeError unless all are counts, and marked and drawn at most the population
 */
export function hypergeometricProbability(k: number, { population, marked, drawn }: Draw): number {
  check(k, { population, marked, drawn })
  if (k < Math.max(0, drawn + marked - population) || k > Math.min(marked, drawn)) return 0
  if (drawn === 0 || drawn === population) return 1
  const share = drawn / population
  const inMarked = binomialProbability(k, marked, share)
  const inOthers = binomialProbability(drawn - k, population - marked, share)
  return inMarked * (inOthers / binomialProbability(drawn, population, share))
}

/** P(X ≤ k) of k marked among those drawn. See `hypergeometricProbability`. */
export function hypergeometricCdf(k: number, draw: Draw): number {
  check(k, draw)
  return isBelowMiddle(k, draw) ? sumDownwards(k, draw) : 1 - sumUpwards(k + 1, draw)
}

/** P(X > k) of k marked among those drawn, without cancellation. See `hypergeometricProbability`. */
export function hypergeometricUpper(k: number, draw: Draw): number {
  check(k, draw)
  return isBelowMiddle(k, draw) ? 1 - sumDownwards(k, draw) : sumUpwards(k + 1, draw)
}

function check(k: number, { population, marked, drawn }: Draw): void {
  if (!Number.isSafeInteger(k)) throw new RangeError(`k must be a whole number: ${k}`)
  for (const [name, count] of Object.entries({ population, marked, drawn })) {
    requireCount(name, count)
    if (count > population) throw new RangeError(`${name} exceeds the population of ${population}: ${count}`)
  }
}

const isBelowMiddle = (k: number, { population, marked, drawn }: Draw) =>
  k <= Math.floor(((marked + 1) * (drawn + 1)) / (population + 2))

/** P(X = k) + P(X = k − 1) + …, each term from the one before. */
function sumDownwards(k: number, draw: Draw): number {
  const { population, marked, drawn } = draw
  const top = Math.min(k, marked, drawn)
  let term = top < 0 ? 0 : hypergeometricProbability(top, draw)
  let sum = 0
  for (let j = top; term > 1e-18 * sum; j -= 1) {
    sum += term
    term *= (j / (marked - j + 1)) * ((population - marked - drawn + j) / (drawn - j + 1))
  }
  return Math.min(1, sum)
}

/** P(X = k) + P(X = k + 1) + …, each term from the one before. */
function sumUpwards(k: number, draw: Draw): number {
  const { population, marked, drawn } = draw
  const bottom = Math.max(k, 0, drawn + marked - population)
  let term = hypergeometricProbability(bottom, draw)
  let sum = 0
  for (let j = bottom; term > 1e-18 * sum; j += 1) {
    sum += term
    term *= ((marked - j) / (j + 1)) * ((drawn - j) / (population - marked - drawn + j + 1))
  }
  return Math.min(1, sum)
}
