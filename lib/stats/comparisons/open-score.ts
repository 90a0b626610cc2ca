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
 * reading is Wilson's for n trials with as many successes, wider than needed where many tie.
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
  const [halfLow, halfHigh] = wilsonInterval(wins + ties / 2, n, level)
  return {
    reason: null,
    n,
    open: { value: ((wins + ties) / n) * 100, low: openLow * 100, high: openHigh * 100 },
    net: { value: (wins - losses) / n, low: 2 * halfLow - 1, high: 2 * halfHigh - 1 },
    halfTie: { value: (wins + ties / 2) / n, low: halfLow, high: halfHigh },
  }
}
