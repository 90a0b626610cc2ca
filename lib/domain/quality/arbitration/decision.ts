import { z } from 'zod'
import { UserError } from '@/lib/domain/user-error'
import { isOnScale, type ScaleShape } from '@/lib/domain/study/scale'
import { cause } from './causes'

const said = z.string().trim().min(1)

/** A person's decision about a cell: an inspector's, blind to the ratings; or that of a meeting, with its minutes. */
export const arbiterDecision = z.discriminatedUnion('by', [
  z.object({ by: z.literal('inspector'), value: z.number(), cause: cause.nullable(), inspectorId: said }),
  z.object({
    by: z.literal('meeting'),
    value: z.number(),
    cause: cause.nullable(),
    minutes: said,
    /** Who was there; a meeting is of two or more. */
    present: z.array(said).min(2),
  }),
])
export type ArbiterDecision = z.infer<typeof arbiterDecision>

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

/**
 * The decision that stands where two were made about one case: the first to be committed. The later one is kept on
 * record, and its author is told; reopening the case makes room for another.
 */
export function standingDecision<T>(committed: readonly T[]): { stands: T | null; onRecord: T[] } {
  const [stands = null, ...onRecord] = committed
  return { stands, onRecord }
}
