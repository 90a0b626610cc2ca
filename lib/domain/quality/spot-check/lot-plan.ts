import { z } from 'zod'
import { UserError } from '@/lib/domain/user-error'
import { acceptancePlan, operatingCharacteristic } from '@/lib/stats/planning/acceptance-plan'
import type { SpotCheckTerms } from './terms'

/** How closely a rater is inspected; `full` is 100 %. */
export const inspectionLevels = ['normal', 'tightened', 'full'] as const
export type InspectionLevel = (typeof inspectionLevels)[number]

/** What is inspected of a lot, and with how many errors it still passes. Fixed when the lot is drawn, and kept with it. */
export const lotPlanKept = z.object({
  level: z.enum(inspectionLevels),
  /** Units in the lot; a unit is one output's rating. */
  lotSize: z.number(),
  /** Units to inspect, at most `lotSize`. */
  sample: z.number(),
  /** Errors in the sample with which the lot passes. */
  accept: z.number(),
  /** The whole lot is inspected: by level, or because no smaller sample shows enough. */
  inspectAll: z.boolean(),
  /** The limit, as a share of the lot. */
  maxError: z.number(),
  /** How surely a lot at the limit is to fail. */
  confidence: z.number(),
  /** P(pass) of a lot at the limit, at most 1 − confidence; 0 where all is inspected. */
  limitRisk: z.number(),
})
export type LotPlan = z.infer<typeof lotPlanKept>

type Wanted = {
  terms: Pick<SpotCheckTerms, 'max_error' | 'confidence' | 'accept'>
  level: InspectionLevel
  /** Units in the lot. */
  lotSize: number
}

/**
 * The plan of a lot, from the risk that a study states. Exact for the lot's size (hypergeometric). A plan that would need
 * more units than the lot has becomes: inspect all.
 *
 * Tightened, after ISO 2859-1: the same sample with one error less allowed; where none was allowed, a larger sample (that
 * of half the limit). So each level holds what the normal one promises.
 *
 * @throws UserError `invalid` for an empty lot, or terms that are no risk
 */
export function lotPlan({ terms, level, lotSize }: Wanted): LotPlan {
  requireRisk(terms, lotSize)
  const { max_error: maxError, confidence, accept } = terms
  const stated = { level, lotSize, maxError, confidence }
  const all: LotPlan = {
    ...stated,
    sample: lotSize,
    accept: errorsBelow(maxError, lotSize),
    inspectAll: true,
    limitRisk: 0,
  }
  if (level === 'full') return all
  const limit = level === 'tightened' && accept === 0 ? maxError / 2 : maxError
  const plan = acceptancePlan({ maxError: limit, confidence, accept, lotSize })
  if (plan.fullInspection) return all
  const allowed = level === 'tightened' ? Math.max(0, accept - 1) : accept
  const [limitRisk = 0] = operatingCharacteristic({ sample: plan.sample, accept: allowed, lotSize }, [
    maxError,
  ])
  return { ...stated, sample: plan.sample, accept: allowed, inspectAll: false, limitRisk }
}

/** The most errors whose share of the lot is below the limit, but for a rounding error of the limit. */
function errorsBelow(maxError: number, lotSize: number): number {
  return Math.ceil(maxError * lotSize * (1 - 1e-12)) - 1
}

function requireRisk({ max_error, confidence, accept }: Wanted['terms'], lotSize: number): void {
  if (!Number.isSafeInteger(lotSize) || lotSize < 1)
    throw new UserError('invalid', 'There is nothing to inspect: the lot holds no rating that counts.')
  for (const [name, share] of Object.entries({ max_error, confidence })) {
    if (!(share > 0 && share < 1))
      throw new UserError(
        'invalid',
        `spot_check.${name} must lie between 0 and 1, not at its ends: ${share}.`,
      )
  }
  if (!Number.isSafeInteger(accept) || accept < 0)
    throw new UserError('invalid', `spot_check.accept must be a whole number, 0 or more: ${accept}.`)
}
