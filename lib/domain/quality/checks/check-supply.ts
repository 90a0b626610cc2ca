import { binomialCdf } from '@/lib/stats/distributions/binomial-cdf'
import { REPEAT_DISTANCE, totalRate, type CheckRates } from './check-kind'

/**
 * Gold tasks that a study needs so that a rater with so many assignments runs out of them with a chance of at most
 * `risk`. Gold takes the turns of repeats until these are possible; where gold is all there is, it takes every turn.
 */
export function goldNeeded(assignments: number, rates: CheckRates, risk = 0.01): number {
  if (rates.gold <= 0 || assignments <= 0) return 0
  const early = Math.min(assignments, REPEAT_DISTANCE)
  const covered = rates.repeat > 0 ? early * rates.repeat : 0
  const rate = Math.min(totalRate(rates), rates.gold + covered / assignments)
  let count = Math.floor(rate * assignments)
  while (binomialCdf(count, assignments, rate) < 1 - risk) count += 1
  return count
}
