import type { Interval } from '@/lib/stats/figure'
import { wilsonInterval } from '@/lib/stats/intervals/wilson-interval'
import type { WinRecord } from './comparisons'

type Reading = Interval & { value: number }

/**
 * A record of comparisons against a baseline read in three ways, each with a Wilson interval, which takes the
 * comparisons for independent.
 */
export type OpenScore = {
  reason: null
  n: number
  /** (W + T) / n · 100: how often the model was at least as good, in percent. */
  open: Reading
  /** (W − L) / n, −1 … 1: 0 for a model as good as the baseline. */
  net: Reading
  /** (W + T/2) / n, 0 … 1; net is twice this less one, so that the two always order alike. */
  halfTie: Reading
}

/**
 * The OPEN score of SuperCLUE (Xu et al. 2023, SuperCLUE: A comprehensive Chinese large language model benchmark) with
 * what it hides: it counts a tie as a win, so that a model that always ties scores 100. The interval of the half-tie
 * reading is Wilson's for as many trials without ties as tell as much, narrower where many tie.
 *
 * @returns `no-ratings` for a record without a comparison
 * @throws RangeError for a count that is negative or infinite
 */
export function openScore(
  { wins, ties, losses }: WinRecord,
  level = 0.95,
): OpenScore | { reason: 'no-ratings' } {
  const n = wins + ties + losses
  if (!(wins >= 0 && ties >= 0 && losses >= 0 && n < Infinity))
    throw new RangeError(`not counts: ${wins} wins, ${ties} ties, ${losses} losses`)
  if (n === 0) return { reason: 'no-ratings' }
  const [openLow, openHigh] = wilsonInterval(wins + ties, n, level)
  const share = (wins + ties / 2) / n
  const trials = effectiveTrials({ wins, ties, losses })
  const [halfLow, halfHigh] = wilsonInterval(share * trials, trials, level)
  return {
    reason: null,
    n,
    open: { value: ((wins + ties) / n) * 100, low: openLow * 100, high: openHigh * 100 },
    net: { value: (wins - losses) / n, low: 2 * halfLow - 1, high: 2 * halfHigh - 1 },
    halfTie: { value: share, low: halfLow, high: halfHigh },
  }
}

/**
 * As many trials without ties as say as much: a tie lies in the middle, so that the share of half ties varies less than
 * that of a coin, by v / p (1 − p), v = (W + T/4)/n − p². One win and one loss more keep v above 0. A whole number.
 */
function effectiveTrials({ wins, ties, losses }: WinRecord): number {
  const n = wins + ties + losses
  const share = (wins + 1 + ties / 2) / (n + 2)
  const variance = (wins + 1 + ties / 4) / (n + 2) - share * share
  return Math.round((n * share * (1 - share)) / variance)
}
