import { choleskyFactor, choleskyInverse } from './cholesky'
import { cellConnectivity } from '@/lib/stats/comparisons/connectivity'
import { maximisePairs, type Maximum } from './maximise-pairs'
import type { PairCells } from './pair-cells'
import type { PairModel } from './pair-model'
import { isSideConfounded } from './side-confounded'

/** A figure with its standard error; null where it lies on the edge of what is possible. */
export type Estimate = { value: number; se: number | null }

/** A fitted model of paired comparisons. */
export type FittedPairs = {
  reason: null
  /** What was fitted in the end: Bradley–Terry where a model with ties met none. */
  model: PairModel
  /** One per model, log-odds, mean 0. */
  strengths: Float64Array
  /** Standard errors of the strengths, from the information matrix: each comparison counts as independent. */
  se: Float64Array
  /** What the left side is worth, log-odds; null for counts without sides. */
  side: Estimate | null
  /** The tie parameter; null for a model without one. */
  tie: Estimate | null
  /** Of the verdicts in their order, binomial coefficients left out. */
  logLikelihood: number
  /** All that was fitted: strengths, side, logarithm of the tie parameter. */
  parameters: Float64Array
  /** Of `parameters`, row after row. */
  covariance: Float64Array
  steps: number
}

/**
 * Why there is no fit. `no-ratings`: no comparison that counts. `disconnected`, `unbounded`: see `connectivity`, whose
 * components these are; where all models hang together and a maximum lies at infinity all the same, say because ties
 * and wins of one side are all there is, there is one component. `confounded`: what the left side is worth cannot be told
 * from the strengths. `not-converged`: rounding got the better of the fit.
 */
export type NoPairFit = {
  reason: 'no-ratings' | 'disconnected' | 'unbounded' | 'confounded' | 'not-converged'
  components: number[][]
}

export type PairFit = FittedPairs | NoPairFit

/** Fits a model to counts of pairs by maximum likelihood. */
export function fitPairs(model: PairModel, cells: PairCells): PairFit {
  const maximum = strongest(model, cells)
  if (maximum.reason) return maximum
  const { models, sided } = cells
  const { parameters, logLikelihood, steps } = maximum
  const covariance = covarianceOf(maximum, models)
  const se = parameters.map((_, k) => Math.sqrt(covariance[k * (parameters.length + 1)] ?? 0))
  const tieAt = parameters.length - 1
  const tie = Math.exp(parameters[tieAt] ?? 0)
  return {
    reason: null,
    model: maximum.model,
    strengths: parameters.slice(0, models),
    se: se.slice(0, models),
    side: sided ? { value: parameters[models] ?? 0, se: se[models] ?? 0 } : null,
    // The standard error of e^x is e^x times that of x, to first order.
    tie: maximum.model.tie
      ? { value: tie, se: tie * (se[tieAt] ?? 0) }
      : model.tie && { value: model.tie.none, se: null },
    logLikelihood,
    parameters,
    covariance,
    steps,
  }
}

/**
 * The maximum of a model, or of the one that is left of it where nothing ties.
 *
 * @param near parameters to start from, those of a fit to similar counts
 */
export function strongest(
  model: PairModel,
  cells: PairCells,
  near?: Float64Array,
): (Maximum & { model: PairModel }) | NoPairFit {
  const { losses, ties, wins } = totals(cells)
  const all = wins + losses + (model.countsTies ? ties : 0)
  if (all === 0) return { reason: 'no-ratings', components: [] }
  const { reason, components } = cellConnectivity(cells, model.countsTies)
  if (reason) return { reason, components }
  if (isSideConfounded(cells)) return { reason: 'confounded', components }
  if (model.tie && ties === 0) return strongest(model.tie.withoutTies, cells, near?.slice(0, -1))
  if (model.tie && ties === all) return { reason: 'unbounded', components }
  const maximum = maximisePairs(model, cells, near ?? startOf(model, cells, ties / all))
  return maximum.reason ? { reason: maximum.reason, components } : { ...maximum, model }
}

function totals({ outcomes }: PairCells) {
  const total = { losses: 0, ties: 0, wins: 0 }
  for (let at = 0; at < outcomes.length; at += 3) {
    total.losses += outcomes[at] ?? 0
    total.ties += outcomes[at + 1] ?? 0
    total.wins += outcomes[at + 2] ?? 0
  }
  return total
}

/** All models equally strong. */
function startOf(model: PairModel, { models, sided }: PairCells, tieShare: number): Float64Array {
  const start = new Float64Array(models + (sided ? 1 : 0) + (model.tie ? 1 : 0))
  if (model.tie) start[start.length - 1] = model.tie.start(tieShare)
  return start
}

/** The inverse of the information on strengths that sum to 0: what the anchor added is taken out again. */
function covarianceOf({ information, anchor }: Maximum, models: number): Float64Array {
  const { size } = information
  const factor = { size, cells: information.cells.slice() }
  choleskyFactor(factor)
  const { cells } = choleskyInverse(factor)
  const held = 1 / (anchor * models ** 2)
  for (let a = 0; a < models; a += 1) {
    for (let b = 0; b < models; b += 1) cells[a * size + b] = (cells[a * size + b] ?? 0) - held
  }
  return cells
}
