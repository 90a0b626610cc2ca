import { binomialCdf, binomialProbability, binomialUpper } from '@/lib/stats/distributions/binomial-cdf'
import { normalQuantile } from '@/lib/stats/distributions/normal-quantile'
import { requireCount, requireLevel, requireProbability } from '@/lib/stats/distributions/require-parameter'
import { defined, undefinedBecause, type Figure } from '@/lib/stats/figure'
import { isSought, requirePower, type PlannedTest } from './power-paired-means'
import { smallestCount } from './smallest-count'

type WinRate = PlannedTest & {
  /** Share of wins among the comparisons that are no tie, in [0, 1]. */
  rate: number
}

/**
 * Power of the exact binomial (sign) test of a win rate against ½: how likely n decided comparisons are to show it. The
 * test rejects where its p is at most alpha; two-sided, p is twice the smaller tail, and a significant result in the
 * wrong direction counts too. 0 where n is too small for any result to be significant. Conover (1999), §3.4.
 *
 * @param n comparisons without a tie, a count
 * @returns in [0, 1]
 * @throws RangeError for a rate outside [0, 1], an alpha outside (0, 1), or n that is no count
 */
export function powerWinRate({ n, ...test }: WinRate & { n: number }): number {
  check(test)
  requireCount('n', n)
  return rejections({ ...test, n }).power
}

/**
 * The fewest decided comparisons from which on the exact test of a win rate against ½ keeps a power. The power of an exact
 * test goes up and down in teeth, as alpha can only be met roughly: a somewhat smaller sample may reach the power by luck,
 * and lose it again with the next comparison. See `powerWinRate`, and Chernick & Liu (2002), The saw-toothed behavior of
 * power versus sample size.
 *
 * @param power inside alpha and 1
 * @returns 1 or more; undefined as `unbounded` where the rate is ½ or contrary to the alternative, so that no sample shows
 *   it
 * @throws RangeError for a rate outside [0, 1], an alpha outside (0, 1), a power outside (alpha, 1), or a rate so near ½
 *   that 10⁹ comparisons are too few
 */
export function sampleSizeWinRate({ power, ...test }: WinRate & { power: number }): Figure {
  check(test)
  requirePower(power, test)
  if (!isSought(test.rate - 0.5, test)) return undefinedBecause('unbounded')
  const isSafe = (n: number) => rejections({ ...test, n }).withoutTooth >= power
  const safe = smallestCount(isSafe, { first: 1, most: 1e9 })
  if (safe === null) throw new RangeError(`the win rate is too near ½ for any sample: ${test.rate}`)
  let n = safe
  while (n > 1 && powerWinRate({ ...test, n: n - 1 }) >= power) n -= 1
  return defined(n)
}

/**
 * How often the exact test rejects. With a draw by lot on the next result it would meet alpha and have no teeth; two such
 * results less are below every tooth near n.
 */
function rejections({ rate, n, alpha = 0.05, alternative = 'two-sided' }: WinRate & { n: number }) {
  const p = alternative === 'less' ? 1 - rate : rate
  const bothSides = alternative === 'two-sided'
  const share = bothSides ? alpha / 2 : alpha
  const critical = criticalWins(n, share)
  const power = binomialUpper(critical - 1, n, p) + (bothSides ? binomialCdf(n - critical, n, p) : 0)
  const next = critical - 1
  const byLot = (share - binomialUpper(next, n, 0.5)) / binomialProbability(next, n, 0.5)
  const atNext = binomialProbability(next, n, p) + (bothSides ? binomialProbability(n - next, n, p) : 0)
  return { power: Math.min(1, power), withoutTooth: power + (byLot - 2) * atNext }
}

/** The fewest of n wins that are significant: the smallest k with P(X ≥ k) ≤ share under ½; n + 1 where even n are not. */
function criticalWins(n: number, share: number): number {
  const significant = (wins: number) => binomialUpper(wins - 1, n, 0.5) <= share * (1 + 1e-12)
  const guess = Math.round((n - normalQuantile(share) * Math.sqrt(n)) / 2)
  let wins = Math.min(n + 1, Math.max(1, guess))
  while (wins > 1 && significant(wins - 1)) wins -= 1
  while (!significant(wins)) wins += 1
  return wins
}

function check({ rate, alpha = 0.05 }: WinRate): void {
  requireProbability('rate', rate)
  requireLevel('alpha', alpha)
}
