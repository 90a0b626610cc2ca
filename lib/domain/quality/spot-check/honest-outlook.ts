import { operatingCharacteristic } from '@/lib/stats/planning/acceptance-plan'
import { pairDifference, type DifferenceTally, type PairDifference } from './difference-tally'
import type { LotPlan } from './lot-plan'

/** What the panel's honest disagreement does to a plan. */
export type HonestOutlook = {
  difference: PairDifference
  /** How likely a lot passes whose rater errs as often as two of the panel differ; null without pairs. */
  passes: number | null
  /** The same at the limits of the rate's interval: `atWorst` ≤ passes ≤ `atBest`. */
  atWorst: number | null
  atBest: number | null
  /** The plan is stricter than honest people can be. */
  tooStrict: boolean
}

/**
 * How a plan treats honest raters. Each unit is further from the inspector than the tolerance with the panel's own rate,
 * independently of the lot's size: so the errors in a sample are binomial even in a small lot.
 *
 * @param settings.errorTolerance steps beyond which a difference is an error
 * @param settings.asked the share of honest lots that should pass; 0.9
 */
export function honestOutlook(
  plan: Pick<LotPlan, 'sample' | 'accept'>,
  tally: DifferenceTally,
  settings: { errorTolerance: number; asked?: number },
): HonestOutlook {
  const { errorTolerance, asked = 0.9 } = settings
  const difference = pairDifference(tally, errorTolerance)
  if (difference.rate === null)
    return { difference, passes: null, atWorst: null, atBest: null, tooStrict: false }
  const { sample, accept } = plan
  const [passes = 0, atWorst = 0, atBest = 0] = operatingCharacteristic({ sample, accept }, [
    difference.rate,
    difference.high,
    difference.low,
  ])
  return { difference, passes, atWorst, atBest, tooStrict: passes < asked }
}
