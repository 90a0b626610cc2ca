import { requireCount } from '@/lib/stats/distributions/require-parameter'
import { seededRandom, type Random } from '@/lib/stats/random/seeded-random'
import { roundingOf } from './rounding'
import { exactSignFlipTails } from './sign-flip-distribution'
import { pFromTails, untestable, withoutZeros, type Alternative, type TestOutcome } from './test-outcome'

export type PermutationOptions = {
  alternative?: Alternative
  /** `auto`: exact with at most 30 differences that are not zero. */
  method?: 'auto' | 'exact' | 'monte-carlo'
  /** Of the Monte Carlo method; 10,000 where nothing is given. */
  resamples?: number
  /** Of the Monte Carlo method. */
  seed?: number
}

const LARGEST_EXACT = 30

/**
 * Fisher's (1935, §21) permutation test of paired differences: if the two members of a pair could change places, how
 * often would signs drawn at random give a sum at least as large? `statistic` is the mean difference, zeros taken in; `n`
 * counts the differences that are not zero, as the others have no sign to flip.
 *
 * Exact over all 2ⁿ signs for n ≤ 30 (up to 40 on request); beyond that p = (count + 1)/(resamples + 1) over drawn signs
 * (Phipson & Smyth 2010), never 0. Two-sided p is twice the smaller tail; as the distribution is symmetric, that is the
 * share of sums at least as far from zero.
 *
 * @param differences finite numbers, one per pair
 * @returns undefined as `too-few-items` without a difference, `constant` where all are zero
 * @throws RangeError for a difference that is not finite, another seed, no resample, or more than 40 differences where
 *   the exact method is asked for
 */
export function signFlipPermutation(
  differences: ArrayLike<number>,
  { alternative = 'two-sided', method = 'auto', resamples = 10_000, seed = 0 }: PermutationOptions = {},
): TestOutcome {
  const values = withoutZeros(differences)
  const n = values.length
  if (n === 0) return untestable(0, differences.length === 0 ? 'too-few-items' : 'constant')
  const statistic = values.reduce((sum, value) => sum + value, 0) / differences.length
  if (method === 'exact' || (method === 'auto' && n <= LARGEST_EXACT)) {
    const p = pFromTails(exactSignFlipTails(values), alternative)
    return { statistic, p, n, method: 'exact', reason: null }
  }
  requireCount('resamples', resamples)
  if (resamples === 0) throw new RangeError('a Monte Carlo test needs a resample')
  const tails = drawnTails(values, resamples, seededRandom(seed))
  return { statistic, p: pFromTails(tails, alternative), n, method: 'monte-carlo', reason: null }
}

/** (count + 1)/(resamples + 1) of sums at most and at least the observed one. Signs come 32 to a draw. */
function drawnTails(values: Float64Array, resamples: number, random: Random) {
  const observed = values.reduce((sum, value) => sum + value, 0)
  const tolerance = roundingOf(values)
  let atMost = 1
  let atLeast = 1
  for (let resample = 0; resample < resamples; resample += 1) {
    let sum = 0
    let bits = 0
    for (let i = 0; i < values.length; i += 1) {
      bits = i % 32 === 0 ? random() : bits >>> 1
      sum += bits & 1 ? (values[i] ?? 0) : -(values[i] ?? 0)
    }
    if (sum <= observed + tolerance) atMost += 1
    if (sum >= observed - tolerance) atLeast += 1
  }
  return { lower: atMost / (resamples + 1), upper: atLeast / (resamples + 1) }
}
