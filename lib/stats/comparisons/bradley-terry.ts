import type { ComparisonCounts, SidedCounts } from './comparisons'
import { fitPairs, type PairFit } from '@/lib/stats/comparisons/fit/fit-pairs'
import { pairCells } from '@/lib/stats/comparisons/fit/pair-cells'
import type { CellTerms, PairModel } from '@/lib/stats/comparisons/fit/pair-model'

/**
 * Bradley–Terry strengths by maximum likelihood: P(a wins against b) = 1 / (1 + e^(b − a)), strengths in log-odds with
 * mean 0. Bradley & Terry (1952), Rank analysis of incomplete block designs I, Biometrika 39; Zermelo (1929). A
 * logistic regression, fitted by Newton's method on the counts of pairs.
 *
 * A tie counts as half a win for both (`half`, the default) or is left out (`drop`). Half ties make a quasi-likelihood:
 * its standard errors take the ties for as telling as wins; `sandwichErrors` does not.
 *
 * Of sided counts the fit includes what standing on the left is worth, in log-odds.
 *
 * @returns the fit, or a named reason why there is none (see NoPairFit)
 * @throws RangeError for a negative or infinite count
 */
export function bradleyTerry(
  counts: ComparisonCounts | SidedCounts,
  { ties = 'half' }: { ties?: 'half' | 'drop' } = {},
): PairFit {
  return fitPairs(ties === 'half' ? bradleyTerryModel : bradleyTerryWithoutTies, pairCells(counts))
}

function evaluate(cell: CellTerms, tieShare: 0 | 0.5): void {
  const { difference } = cell
  const won = cell.wins + tieShare * cell.ties
  const lost = cell.losses + tieShare * cell.ties
  const small = Math.exp(-Math.abs(difference))
  const likely = 1 / (1 + small)
  const win = difference >= 0 ? likely : small * likely
  const logLikely = -Math.log1p(small)
  const logUnlikely = logLikely - Math.abs(difference)
  cell.logLikelihood =
    difference >= 0 ? won * logLikely + lost * logUnlikely : won * logUnlikely + lost * logLikely
  cell.slope = won * (1 - win) - lost * win
  cell.curvature = (won + lost) * small * likely * likely
}

export const bradleyTerryModel: PairModel = {
  name: 'bradley-terry',
  countsTies: true,
  tie: null,
  evaluate: (cell) => evaluate(cell, 0.5),
}

export const bradleyTerryWithoutTies: PairModel = {
  name: 'bradley-terry',
  countsTies: false,
  tie: null,
  evaluate: (cell) => evaluate(cell, 0),
}
