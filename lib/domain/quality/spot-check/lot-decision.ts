import { z } from 'zod'
import { UserError } from '@/lib/domain/user-error'
import type { LotStanding } from './lot-standing'

/** A person decides otherwise than the plan, or where the plan cannot. */
export const lotOverride = z.object({
  outcome: z.enum(['passed', 'failed']),
  reason: z.string().trim().min(1),
  by: z.string().min(1),
})
export type LotOverride = z.infer<typeof lotOverride>

export type LotDecision =
  | { outcome: 'passed' | 'failed'; by: 'plan' }
  | { outcome: 'passed' | 'failed'; by: 'person'; personId: string; reason: string }

/**
 * What becomes of a lot: the latest override, else the plan's outcome; null while neither is there. A lot that was
 * overridden as passed has shown nothing: `lotClaim` stays with the plan's own standing.
 */
export function lotDecision(
  standing: LotStanding,
  overrides: readonly LotOverride[] = [],
): LotDecision | null {
  const latest = overrides.at(-1)
  if (latest) return { outcome: latest.outcome, by: 'person', personId: latest.by, reason: latest.reason }
  if (standing.state === 'passed' || standing.state === 'failed')
    return { outcome: standing.state, by: 'plan' }
  return null
}

/**
 * @throws UserError `invalid` for an override without a reason, `conflict` for one that changes nothing
 */
export function requireOverride(override: LotOverride, decided: LotDecision | null): void {
  if (override.reason.trim() === '')
    throw new UserError('invalid', 'Deciding otherwise than the plan needs a reason.')
  if (decided?.outcome === override.outcome)
    throw new UserError('conflict', `The lot has ${override.outcome} already.`)
}
