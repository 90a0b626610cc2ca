import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import type { Labels } from '@/lib/stats/ratings'
import {
  latentClassEm,
  tableCell,
  type EmOptions,
  type LatentClasses,
  type LatentClassFit,
} from './latent-class-em'

/**
 * What the items are, and how each rater errs, where no truth is known: each rater has a table of error rates, P(label |
 * truth), and labels of different raters are independent given the truth. Dawid & Skene (1979), Maximum likelihood
 * estimation of observer error-rates using the EM algorithm, equations 2.3 to 2.5; without smoothing. A rater may label
 * an item more than once.
 *
 * Finds a maximum near the majority, which need not be the greatest; many categories and few labels leave the tables to
 * chance (the one-coin model asks for less). Cost O(labels × categories) for each iteration.
 *
 * @returns reason `no-ratings`, `too-few-raters` (one rater) or `no-pairs` (no item with two labels) without a fit
 * @throws RangeError for a row past the items, raters or categories, and where raters × categories² pass 2²² or items ×
 *   categories 2²⁴
 */
export const dawidSkene = (labels: Labels, options: EmOptions = {}): LatentClasses =>
  latentClassEm(labels, toErrorRates, options)

/** Divides each rater's expected counts by how often each truth came before the rater; 0 where it never did. */
function toErrorRates(table: Float64Array, categories: number): void {
  const square = categories * categories
  for (let first = 0; first < table.length; first += square)
    for (let truth = 0; truth < categories; truth += 1) {
      let seen = 0
      for (let at = first + truth; at < first + square; at += categories) seen += table[at] ?? 0
      if (seen === 0) continue
      for (let at = first + truth; at < first + square; at += categories) table[at] = (table[at] ?? 0) / seen
    }
}

/**
 * P(label | truth) of a rater, 0 … 1, from a fit's expected counts.
 *
 * @returns undefined `no-ratings` where that truth is not expected among the items of the rater
 */
export function errorRate(
  { counts, prior }: LatentClassFit,
  at: { rater: number; label: number; truth: number },
): Figure {
  const categories = prior.length
  const expected = (label: number) => counts[tableCell(categories, { ...at, label })] ?? 0
  let seen = 0
  for (let label = 0; label < categories; label += 1) seen += expected(label)
  return seen > 0 ? defined(expected(at.label) / seen) : undefinedBecause('no-ratings')
}
