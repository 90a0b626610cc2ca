import { operatingCharacteristic } from '@/lib/stats/planning/acceptance-plan'
import type { LotPlan } from './lot-plan'

export type CurvePoint = {
  /** Share of the lot in error, 0 … 1. */
  errorRate: number
  /** How likely such a lot passes, 0 … 1. */
  passes: number
}

/**
 * The operating characteristic of a plan, for drawing: from an error rate of 0 to three times the limit. Points stand
 * where the lot can be, at whole numbers of errors, thinned to at most `points`.
 */
export function planCurve(plan: LotPlan, points = 120): CurvePoint[] {
  const { lotSize, maxError } = plan
  const mostErrors = Math.min(lotSize, Math.ceil(3 * maxError * lotSize))
  const stride = Math.max(1, Math.ceil(mostErrors / points))
  const counts = Array.from({ length: Math.floor(mostErrors / stride) + 1 }, (_, place) => place * stride)
  const rates = counts.map((errors) => errors / lotSize)
  const passes = operatingCharacteristic(plan, rates)
  // A sum of probabilities may pass 1 by its last bit.
  return rates.map((errorRate, place) => ({ errorRate, passes: Math.min(1, passes[place] ?? 0) }))
}
