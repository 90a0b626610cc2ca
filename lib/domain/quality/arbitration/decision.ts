import { UserError } from '@/lib/domain/user-error'
import { isOnScale, type ScaleShape } from '@/lib/domain/study/scale'
import type { Cause } from './causes'

/** A person's decision about a cell: an inspector's, blind to the ratings; or that of a meeting, with its minutes. */
export type ArbiterDecision =
  | { by: 'inspector'; value: number; cause: Cause | null; inspectorId: string }
  | {
      by: 'meeting'
      value: number
      cause: Cause | null
      minutes: string
      /** Who was there; a meeting is of two or more. */
      present: readonly string[]
    }

/**
 * @throws UserError `invalid` for a value off the scale, or a meeting of fewer than two different people
 */
export function requireDecision(decision: ArbiterDecision, scale: ScaleShape): void {
  if (!isOnScale(decision.value, scale)) {
    const { min, max, step } = scale
    throw new UserError(
      'invalid',
      `A decision is a level of the scale, ${min} to ${max} in steps of ${step}: ${decision.value} is none.`,
    )
  }
  if (decision.by === 'meeting' && new Set(decision.present).size < 2)
    throw new UserError('invalid', 'A consensus meeting names at least two different people as present.')
}
