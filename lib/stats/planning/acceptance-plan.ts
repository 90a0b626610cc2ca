import { binomialCdf } from '@/lib/stats/distributions/binomial-cdf'
import { hypergeometricCdf } from '@/lib/stats/distributions/hypergeometric-cdf'
import { requireCount, requireLevel, requireProbability } from '@/lib/stats/distributions/require-parameter'
import { smallestCount } from './smallest-count'

/** Inspect `sample` units; the lot passes with at most `accept` errors among them. */
export type AcceptancePlan = {
  sample: number
  accept: number
  /** The lot is too small for a sample to do: the whole of it is inspected, and passes below the limit. */
  fullInspection: boolean
  /** P(pass) of a lot whose error rate is at the limit. */
  limitRisk: number
  /** Units in the lot; absent for a lot so large, or a stream, that draws are independent. */
  lotSize?: number
}

type Wanted = {
  /** The limit: an error rate inside 0 and 1. */
  maxError: number
  /** How surely a lot at the limit is to be refused, inside 0 and 1, say 0.95. */
  confidence: number
  /** Errors in the sample with which a lot still passes: 0, 1, 2, … */
  accept: number
  lotSize?: number
}

/**
 * The smallest single sample with which a lot whose error rate is at the limit passes with a probability of at most
 * 1 − confidence. Exact: binomial without `lotSize`, hypergeometric with it, where the limit is the smallest number of
 * errors whose share of the lot is `maxError` or more. Where the lot holds no more errors at the limit than the sample may,
 * or only the whole lot will do, the outcome is `fullInspection`: all units are inspected, the lot passes with fewer
 * errors than the limit, and nothing is left to chance (`limitRisk` 0). Hald (1981); ISO 2859-2 tabulates plans by a
 * limiting quality, too.
 *
 * @throws RangeError for a limit or a confidence outside (0, 1), an acceptance number that is no count, a lot size that
 *   is no count or 0, or a limit so low that 10¹⁵ units are too few
 */
export function acceptancePlan({ maxError, confidence, accept, lotSize }: Wanted): AcceptancePlan {
  requireLevel('maxError', maxError)
  requireLevel('confidence', confidence)
  requireCount('accept', accept)
  requireLot(lotSize)
  const lot = lotSize === undefined ? {} : { lotSize }
  const risk = (sample: number) => passProbability({ sample, accept, ...lot }, maxError)
  // A risk that is met exactly must not fail by a rounding error.
  const isSure = (sample: number) => risk(sample) <= (1 - confidence) * (1 + 1e-12)
  const sample = smallestCount(isSure, { first: accept + 1, ...(lotSize && { most: lotSize }) })
  if (lotSize !== undefined && (sample === null || sample === lotSize)) {
    const belowLimit = errorsAt(maxError, lotSize) - 1
    return { sample: lotSize, accept: belowLimit, limitRisk: 0, fullInspection: true, lotSize }
  }
  if (sample === null) throw new RangeError(`the limit is too low for any sample: ${maxError}`)
  return { sample, accept, limitRisk: risk(sample), fullInspection: false, ...lot }
}

type Sampling = Pick<AcceptancePlan, 'sample' | 'accept' | 'lotSize'>

/**
 * Operating characteristic of a plan: for each error rate the probability that a lot with it passes. In a lot of known
 * size a rate stands for the smallest number of errors whose share is that rate or more. Hald (1981).
 *
 * @param rates in [0, 1]
 * @returns probabilities, one per rate
 * @throws RangeError for a rate outside [0, 1], counts that are none, or a sample larger than the lot
 */
export function operatingCharacteristic(plan: Sampling, rates: readonly number[]): number[] {
  requireCount('sample', plan.sample)
  requireCount('accept', plan.accept)
  requireLot(plan.lotSize)
  return rates.map((rate) => passProbability(plan, rate))
}

function passProbability({ sample, accept, lotSize }: Sampling, rate: number): number {
  requireProbability('rate', rate)
  if (lotSize === undefined) return binomialCdf(accept, sample, rate)
  return hypergeometricCdf(accept, { population: lotSize, marked: errorsAt(rate, lotSize), drawn: sample })
}

/** The smallest number of errors whose share of the lot is the rate or more, but for a rounding error of the rate. */
function errorsAt(rate: number, lotSize: number): number {
  const errors = Math.floor(rate * lotSize)
  return errors / lotSize < rate * (1 - 1e-12) ? errors + 1 : errors
}

function requireLot(lotSize?: number): void {
  if (lotSize === undefined) return
  requireCount('lotSize', lotSize)
  if (lotSize === 0) throw new RangeError('a lot has at least one unit')
}
