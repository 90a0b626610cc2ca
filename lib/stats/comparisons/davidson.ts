import { bradleyTerryModel } from './bradley-terry'
import type { ComparisonCounts, SidedCounts } from './comparisons'
import { fitPairs, type PairFit } from '@/lib/stats/comparisons/fit/fit-pairs'
import { pairCells } from '@/lib/stats/comparisons/fit/pair-cells'
import type { CellTerms, PairModel } from '@/lib/stats/comparisons/fit/pair-model'

/**
 * Davidson's model of paired comparisons with ties: of worths π = e^strength, a win of a, a tie and a win of b stand as
 * π(a) : ν √(π(a) π(b)) : π(b). Davidson (1970), On extending the Bradley–Terry model to accommodate ties in paired
 * comparison experiments, JASA 65. Strengths are log-odds of a win against a loss, with mean 0; the tie parameter ν is 0
 * where nothing ties, and 2 where equals tie half of the time. Of sided counts the fit includes what standing on the
 * left is worth (Davidson & Beaver 1977), in log-odds added to the difference.
 *
 * @returns the fit; without any tie that of Bradley–Terry with ν = 0; or a named reason (see NoPairFit)
 * @throws RangeError for a negative or infinite count
 */
export function davidson(counts: ComparisonCounts | SidedCounts): PairFit {
  return fitPairs(davidsonModel, pairCells(counts))
}

function evaluate(cell: CellTerms): void {
  const { logTie, wins, ties, losses } = cell
  const half = cell.difference / 2
  const highest = Math.max(Math.abs(half), logTie)
  const towardsWin = Math.exp(half - highest)
  const towardsTie = Math.exp(logTie - highest)
  const towardsLoss = Math.exp(-half - highest)
  const sum = towardsWin + towardsTie + towardsLoss
  const all = wins + ties + losses
  const tie = towardsTie / sum
  // Mean and mean square of +½ for a win, −½ for a loss, 0 for a tie.
  const mean = (towardsWin - towardsLoss) / sum / 2
  const square = (1 - tie) / 4
  cell.logLikelihood = (wins - losses) * half + ties * logTie - all * (highest + Math.log(sum))
  cell.slope = (wins - losses) / 2 - all * mean
  cell.tieSlope = ties - all * tie
  cell.curvature = all * (square - mean * mean)
  cell.mixedCurvature = -all * mean * tie
  cell.tieCurvature = all * tie * (1 - tie)
}

export const davidsonModel: PairModel = {
  name: 'davidson',
  countsTies: true,
  tie: {
    start: (share) => Math.log((2 * share) / (1 - share)),
    none: 0,
    withoutTies: bradleyTerryModel,
  },
  evaluate,
}
