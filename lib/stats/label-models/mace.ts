import { defined, undefinedBecause, type Figure, type Undefined } from '@/lib/stats/figure'
import { seededRandom } from '@/lib/stats/random/seeded-random'
import type { Labels } from '@/lib/stats/ratings'
import { expectCounts, latentClassModel, posteriorOf, type LatentClassModel } from './latent-class-model'
import { nextStrategies, randomStrategies, toParameters, type Strategies } from './mace-strategies'
import { mostProbable } from './most-probable'

export type MaceOptions = {
  seed: number
  /** Starts at random, of which the likeliest end is kept; 10. */
  restarts?: number
  /** `variational` (default) has priors and suits raters with few labels; `em` is maximum likelihood. */
  method?: 'variational' | 'em'
  /** At rest when no rater's competence moves by more than this; 1e-7. */
  tolerance?: number
  /** For each start; 500. */
  maxIterations?: number
}

export type MaceFit = {
  reason: null
  /** P(category | all labels), items × categories, row by row. */
  posterior: Float64Array
  /** The most probable category of each item; null without labels and where two are equally probable. */
  label: (number | null)[]
  /** Probability that the rater knows rather than guesses, 0 … 1; undefined `no-ratings`. */
  competence: Figure[]
  /** What each rater says when guessing, raters × categories; with a prior, sums to a little less than 1. */
  strategy: Float64Array
  logLikelihood: number
  /** Of the start that was kept. */
  iterations: number
  converged: boolean
}

/**
 * MACE: with probability `competence` a rater knows and says the truth, else guesses by a habit of the rater's own; all
 * categories are equally likely beforehand. Finds who spams. Hovy, Berg-Kirkpatrick, Vaswani & Hovy (2013), Learning
 * whom to trust with MACE, sections 2 and 3; as there, the competence with a prior is the exponential of its expected
 * logarithm.
 *
 * Blind to raters who mistake one category for another: to it these guess.
 *
 * @returns reason `no-ratings`, `too-few-raters` (one rater), `no-pairs` (no item with two labels) or `constant` (one
 *   category only: knowing and guessing look the same) without a fit
 * @throws RangeError for a row past the items, raters or categories, and where raters × categories² pass 2²² or items ×
 *   categories 2²⁴
 */
export function mace(labels: Labels, options: MaceOptions): MaceFit | { reason: Undefined } {
  const model = latentClassModel(labels)
  if (model.reason !== null) return model
  if (labels.label.every((label) => label === labels.label[0])) return { reason: 'constant' }
  const run = (restart: number) => {
    const random = seededRandom(options.seed, restart)
    return runFrom(randomStrategies(labels.raters, labels.categories, random), model, options)
  }
  let best = run(0)
  for (let restart = 1; restart < (options.restarts ?? 10); restart += 1) {
    const other = run(restart)
    if (other.logLikelihood > best.logLikelihood) best = other
  }
  const { know, says } = best.at
  const rated = new Uint8Array(labels.raters)
  for (const rater of labels.rater) rated[rater] = 1
  const posterior = posteriorOf(model, toParameters(best.at))
  return {
    reason: null,
    posterior,
    label: mostProbable(posterior, model.patterns),
    competence: Array.from(know, (p, by) => (rated[by] === 1 ? defined(p) : undefinedBecause('no-ratings'))),
    strategy: says,
    logLikelihood: best.logLikelihood,
    iterations: best.iterations,
    converged: best.converged,
  }
}

type Run = { at: Strategies; logLikelihood: number; iterations: number; converged: boolean }

function runFrom(start: Strategies, model: LatentClassModel, options: MaceOptions): Run {
  const { tolerance = 1e-7, maxIterations = 500, method = 'variational' } = options
  let at = start
  let moved = Number.POSITIVE_INFINITY
  let iterations = 0
  for (; moved > tolerance && iterations < maxIterations; iterations += 1) {
    const { know } = at
    at = nextStrategies(expectCounts(model, toParameters(at)).next, at, method)
    moved = at.know.reduce((most, p, by) => Math.max(most, Math.abs(p - (know[by] ?? 0))), 0)
  }
  const { logLikelihood } = expectCounts(model, toParameters(at))
  return { at, logLikelihood, iterations, converged: moved <= tolerance }
}
