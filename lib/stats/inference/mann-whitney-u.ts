import { midRanks } from '@/lib/stats/descriptive/mid-ranks'
import { requireFinite } from '@/lib/stats/distributions/require-parameter'
import { rankSumTails, tieFreeTails } from './mann-whitney-distribution'
import { normalTest } from './normal-test'
import { pFromTails, untestable, type TestOptions, type TestOutcome } from './test-outcome'

const LARGEST_EXACT = 2500

/**
 * The Mann–Whitney (1947) U test, also Wilcoxon's rank-sum test: does the first sample tend to higher values than the
 * second? `statistic` is U of the first sample: the pairs in which it is higher, equal ones half; `n` counts the values
 * of both.
 *
 * `auto` is exact without ties as far as n₁ · n₂ ≤ 2,500; otherwise normal with mean n₁n₂/2, the variance corrected for
 * ties (Hollander & Wolfe 1999, eq. 4.10), and a continuity correction unless declined. Asked for by name, `exact` with
 * ties is the permutation distribution of the mid-ranks. The samples must be independent of each other: for values
 * paired by item take `wilcoxonSignedRank`.
 *
 * @param a finite numbers
 * @param b finite numbers
 * @returns undefined as `too-few-items` where a sample is empty, `constant` where all values are equal
 * @throws RangeError for a value that is not finite
 */
export function mannWhitneyU(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { alternative = 'two-sided', method = 'auto', continuity = true }: TestOptions = {},
): TestOutcome {
  const values = Float64Array.from([...Array.from(a), ...Array.from(b)])
  values.forEach((value) => requireFinite('value', value))
  const n = values.length
  if (a.length === 0 || b.length === 0) return untestable(n, 'too-few-items')
  const ranks = midRanks(values)
  if (ranks.every((rank) => rank === ranks[0])) return untestable(n, 'constant')
  const rankSum = ranks.subarray(0, a.length).reduce((sum, rank) => sum + rank, 0)
  const statistic = rankSum - (a.length * (a.length + 1)) / 2
  const outcome = { statistic, n, reason: null }
  const pairs = a.length * b.length
  const squares = ranks.reduce((sum, rank) => sum + (rank - (n + 1) / 2) ** 2, 0)
  const isTieFree = squares === (n * (n * n - 1)) / 12
  if (method === 'exact' || (method === 'auto' && pairs <= LARGEST_EXACT && isTieFree)) {
    const tails = isTieFree
      ? tieFreeTails(statistic, a.length, b.length)
      : rankSumTails(ranks, a.length, rankSum)
    return { ...outcome, method: 'exact', p: pFromTails(tails, alternative) }
  }
  // Sampling a.length of n ranks without replacement; the squares of mid-ranks hold the correction for ties.
  const deviation = Math.sqrt((pairs * squares) / (n * (n - 1)))
  const p = normalTest({ statistic, mean: pairs / 2, deviation }, alternative, continuity ? 0.5 : 0)
  return { ...outcome, method: 'normal', p }
}
