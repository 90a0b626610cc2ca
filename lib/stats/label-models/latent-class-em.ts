import type { Undefined } from '@/lib/stats/figure'
import type { Labels } from '@/lib/stats/ratings'
import { emFixedPoint } from './em-fixed-point'
import { countShares, expectCounts, latentClassModel, posteriorOf } from './latent-class-model'
import { mostProbable } from './most-probable'

export type EmOptions = {
  /** The fit is at rest when a step moves no probability by more than this; 1e-7. */
  tolerance?: number
  /** 1000 */
  maxIterations?: number
}

export type LatentClassFit = {
  reason: null
  /** P(category | all labels), items × categories, row by row; the class shares where an item has no label. */
  posterior: Float64Array
  /** The most probable category of each item; null without labels and where two are equally probable. */
  label: (number | null)[]
  /** Share of each category among the items, sums to 1. */
  prior: Float64Array
  /** How often each rater said `label` where the truth was `truth`, expected: see {@link tableCell}. */
  counts: Float64Array
  /** Of all labels, given the shares and the raters' probabilities, in nats. */
  logLikelihood: number
  iterations: number
  /** False where the fit did not come to rest: the figures are those of its last step. */
  converged: boolean
}

export type LatentClasses = LatentClassFit | { reason: Undefined }

/** Where a table raters × labels × truths holds a rater's label, given the truth. */
export const tableCell = (categories: number, at: { rater: number; label: number; truth: number }): number =>
  (at.rater * categories + at.label) * categories + at.truth

/**
 * Expectation–maximisation for items of unknown class that several raters label: by turns the classes' probabilities
 * from the raters' probabilities of saying each label, and those from the expected counts. Starts from each item's
 * shares of labels (Dawid & Skene 1979, section 3).
 *
 * @param toProbabilities turns expected counts (raters × labels × truths) into P(label | truth, rater), in place
 * @returns reason `no-ratings`, `too-few-raters` (one rater) or `no-pairs` (no item with two labels) without a fit
 * @throws RangeError for a row past the items, raters or categories, and where raters × categories² pass 2²² or items ×
 *   categories 2²⁴
 */
export function latentClassEm(
  labels: Labels,
  toProbabilities: (table: Float64Array, categories: number) => void,
  options: EmOptions,
): LatentClasses {
  const model = latentClassModel(labels)
  if (model.reason !== null) return model
  const { categories } = model
  const normalise = (parameters: Float64Array) => {
    toProbabilities(parameters.subarray(0, model.cells), categories)
    toShares(parameters.subarray(model.cells))
  }
  const step = (parameters: Float64Array) => {
    const expected = expectCounts(model, parameters)
    normalise(expected.next)
    return expected
  }
  const start = countShares(model)
  normalise(start)
  const { tolerance = 1e-7, maxIterations = 1000 } = options
  const { parameters, ...rest } = emFixedPoint({ start, step, normalise, tolerance, maxIterations })
  const { next, logLikelihood } = expectCounts(model, parameters)
  const posterior = posteriorOf(model, parameters)
  return {
    reason: null,
    posterior,
    label: mostProbable(posterior, model.patterns),
    prior: parameters.slice(model.cells),
    counts: next.slice(0, model.cells),
    logLikelihood,
    ...rest,
  }
}

function toShares(weights: Float64Array): void {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) / total
}
