import { bradleyTerryModel } from './bradley-terry'
import type { ComparisonCounts, SidedCounts } from './comparisons'
import { fitPairs, type PairFit } from '@/lib/stats/comparisons/fit/fit-pairs'
import { logLogistic } from '@/lib/stats/comparisons/fit/log-logistic'
import { pairCells } from '@/lib/stats/comparisons/fit/pair-cells'
import type { CellTerms, PairModel } from '@/lib/stats/comparisons/fit/pair-model'

/**
 * The model of Rao and Kupper: a judge ties what differs by less than a threshold ln κ, so that of worths
 * π = e^strength, P(a wins) = π(a) / (π(a) + κ π(b)). Rao & Kupper (1967), Ties in paired-comparison experiments: a
 * generalization of the Bradley–Terry model, JASA 62. Strengths in log-odds with mean 0; the tie parameter κ is 1 where
 * nothing ties, and 3 where equals tie half of the time. Of sided counts the fit includes what standing on the left is
 * worth, in log-odds added to the difference.
 *
 * @returns the fit; without any tie that of Bradley–Terry with κ = 1; or a named reason (see NoPairFit)
 * @throws RangeError for a negative or infinite count
 */
export function raoKupper(counts: ComparisonCounts | SidedCounts): PairFit {
  return fitPairs(raoKupperModel, pairCells(counts))
}

/**
 * P(tie) = (κ² − 1) · P(win) · P(loss): a tie adds to the counts of both, and a term of κ alone.
 */
function evaluate(cell: CellTerms): void {
  const { difference, logTie: threshold } = cell
  if (threshold <= 0) {
    cell.logLikelihood = -Infinity
    return
  }
  const logWin = logLogistic(difference - threshold)
  const logLoss = logLogistic(-difference - threshold)
  const win = Math.exp(logWin)
  const loss = Math.exp(logLoss)
  const won = cell.wins + cell.ties
  const lost = cell.losses + cell.ties
  const winCurvature = won * win * (1 - win)
  const lossCurvature = lost * loss * (1 - loss)
  cell.logLikelihood = won * logWin + lost * logLoss + cell.ties * Math.log(Math.expm1(2 * threshold))
  cell.slope = won * (1 - win) - lost * (1 - loss)
  cell.tieSlope = (2 * cell.ties) / -Math.expm1(-2 * threshold) - won * (1 - win) - lost * (1 - loss)
  cell.curvature = winCurvature + lossCurvature
  cell.mixedCurvature = lossCurvature - winCurvature
  cell.tieCurvature = winCurvature + lossCurvature + cell.ties / Math.sinh(threshold) ** 2
}

export const raoKupperModel: PairModel = {
  name: 'rao-kupper',
  countsTies: true,
  tie: {
    start: (share) => Math.log((1 + share) / (1 - share)),
    none: 1,
    withoutTies: bradleyTerryModel,
  },
  evaluate,
}
