import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import type { Labels } from '@/lib/stats/ratings'
import {
  latentClassEm,
  tableCell,
  type EmOptions,
  type LatentClassFit,
  type LatentClasses,
} from './latent-class-em'

/**
 * The Dawid–Skene model with one number for each rater: the rater is right with probability `accuracy`, whatever the
 * truth, and errs into every other category alike, (1 − accuracy) / (categories − 1). Zhang, Chen, Zhou & Jordan (2016),
 * Spectral methods meet EM, section 2. For few labels or many categories; blind to which categories are confused.
 *
 * @returns reason `no-ratings`, `too-few-raters` (one rater) or `no-pairs` (no item with two labels) without a fit
 * @throws RangeError for a row past the items, raters or categories, and where raters × categories² pass 2²² or items ×
 *   categories 2²⁴
 */
export const oneCoin = (labels: Labels, options: EmOptions = {}): LatentClasses =>
  latentClassEm(labels, toCoins, options)

function toCoins(table: Float64Array, categories: number): void {
  const square = categories * categories
  for (let first = 0; first < table.length; first += square) {
    const rater = table.subarray(first, first + square)
    const { right, all } = hits(rater, categories)
    if (all === 0) continue
    rater.fill((all - right) / all / (categories - 1))
    for (let at = 0; at < square; at += categories + 1) rater[at] = right / all
  }
}

/** Of one rater's expected counts: labels that are the truth, and all. */
function hits(rater: Float64Array, categories: number): { right: number; all: number } {
  let right = 0
  for (let at = 0; at < rater.length; at += categories + 1) right += rater[at] ?? 0
  return { right, all: rater.reduce((sum, count) => sum + count, 0) }
}

/**
 * Expected share of a rater's labels that are the truth, 0 … 1, from a fit of either model.
 *
 * @returns undefined `no-ratings` for a rater without labels
 */
export function raterAccuracy({ counts, prior }: LatentClassFit, rater: number): Figure {
  const categories = prior.length
  const first = tableCell(categories, { rater, label: 0, truth: 0 })
  const { right, all } = hits(counts.subarray(first, first + categories * categories), categories)
  return all > 0 ? defined(right / all) : undefinedBecause('no-ratings')
}
