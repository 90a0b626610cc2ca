import { midRanks } from '@/lib/stats/descriptive/mid-ranks'
import { normalTest } from './normal-test'
import { signedRankTails } from './signed-rank-distribution'
import { pFromTails, untestable, withoutZeros, type TestOptions, type TestOutcome } from './test-outcome'

/** The smaller of the two rank sums, which some programs report for the two-sided test. */
export type SignedRank = TestOutcome<{ smaller: number }>

const LARGEST_EXACT = 50

/**
 * Wilcoxon's (1945) signed-rank test: are paired differences symmetric about zero? Differences of zero are dropped
 * (Wilcoxon's own rule); equal sizes share their mid-rank. `statistic` is V, the sum of the ranks of positive
 * differences; `n` counts the differences left.
 *
 * `auto` is exact with at most 50 differences without ties; otherwise normal with mean n(n + 1)/4 and variance Σ rank²/4,
 * which holds the correction for ties. Asked for by name, `exact` with ties takes the ranks as they are: the permutation
 * distribution of the mid-ranks. Hollander & Wolfe (1999), §3.1. No continuity correction unless asked.
 *
 * Values are equal only where all their digits are. Take means from `groupMeans`, whose sums do not depend on the order of
 * the ratings; else rounding makes and breaks ties.
 *
 * @param differences finite numbers, one per pair
 * @returns undefined as `too-few-items` without a difference, `constant` where all are zero
 * @throws RangeError for a difference that is not finite
 */
export function wilcoxonSignedRank(
  differences: ArrayLike<number>,
  { alternative = 'two-sided', method = 'auto', continuity = false }: TestOptions = {},
): SignedRank {
  const values = withoutZeros(differences)
  const n = values.length
  if (n === 0) return untestable(0, differences.length === 0 ? 'too-few-items' : 'constant')
  const ranks = midRanks(values.map(Math.abs))
  const all = (n * (n + 1)) / 2
  const statistic = ranks.reduce((sum, rank, i) => sum + ((values[i] ?? 0) > 0 ? rank : 0), 0)
  const outcome = { statistic, smaller: Math.min(statistic, all - statistic), n, reason: null }
  const isExact = method === 'exact' || (method === 'auto' && n <= LARGEST_EXACT && !hasTies(ranks))
  if (isExact) {
    return { ...outcome, method: 'exact', p: pFromTails(signedRankTails(ranks, statistic), alternative) }
  }
  const deviation = Math.sqrt(ranks.reduce((sum, rank) => sum + rank * rank, 0)) / 2
  const p = normalTest({ statistic, mean: all / 2, deviation }, alternative, continuity ? 0.5 : 0)
  return { ...outcome, method: 'normal', p }
}

/** Mid-ranks without ties are 1 … n, each once: their squares add up to the most there is. */
function hasTies(ranks: Float64Array): boolean {
  const n = ranks.length
  return ranks.reduce((sum, rank) => sum + rank * rank, 0) < (n * (n + 1) * (2 * n + 1)) / 6
}
