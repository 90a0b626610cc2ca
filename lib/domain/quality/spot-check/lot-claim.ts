import { hypergeometricCdf } from '@/lib/stats/distributions/hypergeometric-cdf'
import { smallestCount } from '@/lib/stats/planning/smallest-count'
import type { LotPlan } from './lot-plan'
import type { LotStanding } from './lot-standing'

/** What a passed lot has shown. */
export type LotClaim = {
  /** "With `confidence` fewer than `limit` of this lot are errors." 1 where all units were inspected. */
  confidence: number
  limit: number
  /** Exact upper bound of the errors in the lot, and as a share of it: at most `limit`, often well below. */
  mostErrors: number
  upper: number
  errors: number
  inspected: number
  lotSize: number
}

/**
 * The sentence about a lot that has passed, as figures, with its exact bound; null for any other lot, of which nothing
 * of the kind has been shown (a lot that failed was not inspected to its end).
 */
export function lotClaim(plan: LotPlan, standing: LotStanding): LotClaim | null {
  if (standing.state !== 'passed') return null
  const { lotSize, maxError } = plan
  const { errors, inspected, notJudged } = standing
  const all = inspected + notJudged >= lotSize
  const mostErrors = all
    ? errors + notJudged
    : mostErrorsInLot({ errors, inspected, lotSize }, plan.confidence)
  return {
    confidence: all ? 1 : plan.confidence,
    limit: maxError,
    mostErrors,
    upper: mostErrors / lotSize,
    errors,
    inspected,
    lotSize,
  }
}

type Found = { errors: number; inspected: number; lotSize: number }

/**
 * The one-sided exact bound of the errors in a lot: the most with which so few would still have been found with a
 * probability above 1 − confidence. The finite-population form of Clopper & Pearson (1934); Buonaccorsi (1987), A note on
 * confidence intervals for proportions in finite populations.
 *
 * @returns at least `errors`, at most the lot less the units found without error
 * @throws RangeError unless errors ≤ inspected ≤ lotSize
 */
export function mostErrorsInLot({ errors, inspected, lotSize }: Found, confidence: number): number {
  if (!(errors >= 0 && errors <= inspected && inspected <= lotSize))
    throw new RangeError(`not a sample of a lot: ${errors} of ${inspected} of ${lotSize}`)
  const most = lotSize - (inspected - errors)
  const isRefuted = (marked: number) =>
    hypergeometricCdf(errors, { population: lotSize, marked, drawn: inspected }) <= 1 - confidence
  const refuted = smallestCount(isRefuted, { first: errors, most })
  return refuted === null ? most : Math.max(errors, refuted - 1)
}
