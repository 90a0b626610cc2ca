import { choleskyFactor, choleskySolve, type SquareMatrix } from './cholesky'
import type { PairCells } from './pair-cells'
import { emptyTerms, type CellTerms, type PairModel } from './pair-model'

/** Where the log-likelihood is highest, and its second derivatives there with the sign turned. */
export type Maximum = {
  reason: null
  /** One strength per model, their mean 0; what the left side is worth, if sided; the logarithm of the tie parameter. */
  parameters: Float64Array
  logLikelihood: number
  /** Singular along equal strengths for all: lower half only, `anchor` added to each cell of the strengths. */
  information: SquareMatrix
  anchor: number
  steps: number
}
export type NoMaximum = { reason: 'unbounded' | 'not-converged' }

const MOST_STEPS = 100
/** In log-odds: the step that ends the fit. Errors square from one step to the next, so what is left is far below. */
const AT_REST = 1e-7

/**
 * Maximum likelihood by Newton's method, halving a step that leads downhill. All models here are concave in these
 * parameters, so that there is one maximum and the start is a matter of time only.
 *
 * Some data push a parameter to infinity though all models hang together, say where ties and wins of one side are all
 * there is: then steps stay long while nothing is gained any more, and the outcome is `unbounded`.
 */
export function maximisePairs(model: PairModel, cells: PairCells, start: Float64Array): Maximum | NoMaximum {
  let here = derivatives(model, cells, start)
  for (let steps = 1; steps <= MOST_STEPS; steps += 1) {
    const factor = { size: start.length, cells: here.information.cells.slice() }
    if (!choleskyFactor(factor)) return { reason: 'unbounded' }
    const step = here.slopes.slice()
    choleskySolve(factor, step)
    const length = step.reduce((longest, part) => Math.max(longest, Math.abs(part)), 0)
    const gain = step.reduce((sum, part, k) => sum + part * (here.slopes[k] ?? 0), 0)
    if (length > 0.1 && gain < 1e-9) return { reason: 'unbounded' }
    const next = uphill(model, cells, { from: here, step })
    if (!next) return { reason: 'not-converged' }
    here = next
    if (length < AT_REST) return { reason: null, ...here, steps }
  }
  return { reason: 'not-converged' }
}

type Point = ReturnType<typeof derivatives>

function uphill(model: PairModel, cells: PairCells, { from, step }: { from: Point; step: Float64Array }) {
  const rounding = 1e-12 * Math.abs(from.logLikelihood)
  for (let share = 1; share > 1e-9; share /= 2) {
    const parameters = from.parameters.map((value, k) => value + share * (step[k] ?? 0))
    const next = derivatives(model, cells, parameters)
    if (next.logLikelihood >= from.logLikelihood - rounding) return next
  }
  return null
}

/** Log-likelihood, its slopes, and its second derivatives with the sign turned, summed over all pairs. */
function derivatives(model: PairModel, cells: PairCells, parameters: Float64Array) {
  const { models, sided, first, second, outcomes } = cells
  const size = parameters.length
  const tieAt = size - 1
  const sum = { slopes: new Float64Array(size), information: new Float64Array(size * size), size }
  const terms = emptyTerms()
  terms.logTie = model.tie ? (parameters[tieAt] ?? 0) : 0
  const leftWorth = sided ? (parameters[models] ?? 0) : 0
  let logLikelihood = 0
  let trace = 0
  for (let cell = 0; cell < first.length; cell += 1) {
    const a = first[cell] ?? 0
    const b = second[cell] ?? 0
    terms.difference = (parameters[a] ?? 0) - (parameters[b] ?? 0) + leftWorth
    terms.losses = outcomes[3 * cell] ?? 0
    terms.ties = outcomes[3 * cell + 1] ?? 0
    terms.wins = outcomes[3 * cell + 2] ?? 0
    model.evaluate(terms)
    logLikelihood += terms.logLikelihood
    trace += 2 * terms.curvature
    addStrengths(sum, terms, { a, b })
    if (sided) addSide(sum, terms, { a, b, side: models })
    if (model.tie) addTie(sum, terms, { a, b, side: sided ? models : null })
  }
  // Adding one amount to all strengths changes nothing: this holds their mean at 0.
  const anchor = trace / models ** 2
  for (let a = 0; a < models; a += 1) {
    for (let b = 0; b <= a; b += 1) add(sum.information, a * size + b, anchor)
  }
  const information = { size, cells: sum.information }
  return { parameters, logLikelihood, slopes: sum.slopes, information, anchor }
}

type Sum = { slopes: Float64Array; information: Float64Array; size: number }

function add(sums: Float64Array, at: number, amount: number): void {
  sums[at] = (sums[at] ?? 0) + amount
}

function addStrengths(
  { slopes, information, size }: Sum,
  terms: CellTerms,
  { a, b }: { a: number; b: number },
) {
  add(slopes, a, terms.slope)
  add(slopes, b, -terms.slope)
  add(information, a * size + a, terms.curvature)
  add(information, b * size + b, terms.curvature)
  add(information, a > b ? a * size + b : b * size + a, -terms.curvature)
}

type WithSide<Side> = { a: number; b: number; side: Side }

function addSide({ slopes, information, size }: Sum, terms: CellTerms, { a, b, side }: WithSide<number>) {
  add(slopes, side, terms.slope)
  add(information, side * size + side, terms.curvature)
  add(information, side * size + a, terms.curvature)
  add(information, side * size + b, -terms.curvature)
}

function addTie(
  { slopes, information, size }: Sum,
  terms: CellTerms,
  { a, b, side }: WithSide<number | null>,
) {
  const tie = size - 1
  add(slopes, tie, terms.tieSlope)
  add(information, tie * size + tie, terms.tieCurvature)
  add(information, tie * size + a, terms.mixedCurvature)
  add(information, tie * size + b, -terms.mixedCurvature)
  if (side !== null) add(information, tie * size + side, terms.mixedCurvature)
}
