/**
 * A model of one comparison: the probabilities of a win, a tie and a loss of the first model, given the difference of
 * the two strengths (log-odds; what the left side is worth is part of it) and, in some models, a tie parameter.
 */
export type PairModel = {
  name: 'bradley-terry' | 'davidson' | 'rao-kupper'
  /** Whether ties say something; where not, they are left out. */
  countsTies: boolean
  /** The tie parameter, fitted as its logarithm; null for a model that has none. */
  tie: {
    /** A value of the logarithm to start from: what fits the share of ties among equally strong models. */
    start: (share: number) => number
    /** The parameter's value where nothing ever ties, and the model that is left then. */
    none: number
    withoutTies: PairModel
  } | null
  /** Answers what `cell` asks. One object serves all cells: this is the hot path of each fit. */
  evaluate: (cell: CellTerms) => void
}

/** One pair's counts at given parameters, and what they give: log-likelihood, slopes, curvatures (second, negative). */
export type CellTerms = {
  difference: number
  logTie: number
  wins: number
  ties: number
  losses: number

  logLikelihood: number
  slope: number
  tieSlope: number
  curvature: number
  mixedCurvature: number
  tieCurvature: number
}

export const emptyTerms = (): CellTerms => ({
  difference: 0,
  logTie: 0,
  wins: 0,
  ties: 0,
  losses: 0,
  logLikelihood: 0,
  slope: 0,
  tieSlope: 0,
  curvature: 0,
  mixedCurvature: 0,
  tieCurvature: 0,
})
