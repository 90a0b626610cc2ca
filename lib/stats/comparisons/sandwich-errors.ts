import { comparisonCounts, sidedCounts } from './comparison-counts'
import type { Comparisons } from './comparisons'
import type { FittedPairs } from '@/lib/stats/comparisons/fit/fit-pairs'
import { pairCells, type PairCells } from '@/lib/stats/comparisons/fit/pair-cells'
import { emptyTerms } from '@/lib/stats/comparisons/fit/pair-model'
import { promptContents, type PromptContents } from '@/lib/stats/comparisons/fit/prompt-contents'

export type Sandwich = {
  reason: null
  /** Standard errors of the strengths. */
  se: Float64Array
  /** Of all parameters of the fit, row after row. */
  covariance: Float64Array
  /** Prompts that have a comparison. */
  prompts: number
}

/**
 * Standard errors that hold though the comparisons of one prompt hang together, and though the model is not quite true:
 * the sandwich C (Σ s sᵀ) C · n / (n − 1), C the covariance of the fit, s the slopes of the log-likelihood summed over
 * one prompt, n the number of prompts. Huber (1967); Liang & Zeger (1986), Longitudinal data analysis using generalized
 * linear models, Biometrika 73; for Bradley–Terry as in Chatbot Arena (Chiang et al. 2024). Wants some forty prompts or
 * more: with fewer it comes out too small.
 *
 * @param fit a fit to the same comparisons, with or without sides
 * @returns the errors; `too-few-items` for fewer than two prompts with a comparison
 */
export function sandwichErrors(
  fit: FittedPairs,
  comparisons: Comparisons,
): Sandwich | { reason: 'too-few-items' } {
  const cells = pairCells(fit.side ? sidedCounts(comparisons) : comparisonCounts(comparisons))
  const contents = promptContents(cells, comparisons)
  const { prompts } = contents
  if (prompts < 2) return { reason: 'too-few-items' }
  const size = fit.parameters.length
  const slopes = slopeProducts(fit, cells, contents)
  const covariance = product(product(fit.covariance, slopes, size), fit.covariance, size)
  const few = prompts / (prompts - 1)
  return {
    reason: null,
    se: fit.strengths.map((_, model) => Math.sqrt(few * (covariance[model * (size + 1)] ?? 0))),
    covariance: covariance.map((value) => few * value),
    prompts,
  }
}

/** Σ s sᵀ over prompts. A prompt touches few parameters, and only those are multiplied. */
function slopeProducts(fit: FittedPairs, cells: PairCells, contents: PromptContents): Float64Array {
  const size = fit.parameters.length
  const products = new Float64Array(size * size)
  const slopes = slopesOfOutcomes(fit, cells)
  contents.times.forEach((times, content) => {
    const sum = new Map<number, number>()
    const add = (parameter: number, amount: number) => sum.set(parameter, (sum.get(parameter) ?? 0) + amount)
    for (const place of contents.places.subarray(contents.starts[content], contents.starts[content + 1])) {
      const cell = Math.floor(place / 3)
      const slope = slopes.slope[place] ?? 0
      add(cells.first[cell] ?? 0, slope)
      add(cells.second[cell] ?? 0, -slope)
      if (cells.sided) add(cells.models, slope)
      if (fit.model.tie) add(size - 1, slopes.tieSlope[place] ?? 0)
    }
    for (const [a, one] of sum) {
      for (const [b, other] of sum) {
        products[a * size + b] = (products[a * size + b] ?? 0) + times * one * other
      }
    }
  })
  return products
}

/** What one comparison with each outcome adds to the slopes, in the order of `outcomes`. */
function slopesOfOutcomes({ model, strengths, side, parameters }: FittedPairs, cells: PairCells) {
  const slope = new Float64Array(cells.outcomes.length)
  const tieSlope = new Float64Array(cells.outcomes.length)
  const terms = emptyTerms()
  terms.logTie = parameters[parameters.length - 1] ?? 0
  for (let place = 0; place < slope.length; place += 1) {
    const cell = Math.floor(place / 3)
    const apart = (strengths[cells.first[cell] ?? 0] ?? 0) - (strengths[cells.second[cell] ?? 0] ?? 0)
    terms.difference = apart + (side?.value ?? 0)
    terms.losses = place % 3 === 0 ? 1 : 0
    terms.ties = place % 3 === 1 ? 1 : 0
    terms.wins = place % 3 === 2 ? 1 : 0
    model.evaluate(terms)
    slope[place] = terms.slope
    tieSlope[place] = terms.tieSlope
  }
  return { slope, tieSlope }
}

function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < size; k += 1) {
      const factor = a[row * size + k] ?? 0
      for (let column = 0; column < size; column += 1) {
        const at = row * size + column
        result[at] = (result[at] ?? 0) + factor * (b[k * size + column] ?? 0)
      }
    }
  }
  return result
}
