import { z } from 'zod'
import type { Protocol } from '@/lib/domain/study/protocol'
import type { ScaleShape } from '@/lib/domain/study/scale'

/** How far ratings of a cell may lie apart: in steps of the criterion's scale, or in its own units (marks). */
const tolerance = z.object({ unit: z.enum(['steps', 'marks']), value: z.number().min(0) })

/** What happens in a cell, from its first rating to its agreed score. Everything is visible and editable. */
export const arbitrationTerms = z.object({
  /** Independent ratings before anything is compared (k). */
  ratings: z.number().int().min(1).max(50),
  /** Null = none asked for: the rule is taken over whatever was said. */
  tolerance: tolerance.nullable(),
  rule: z.enum(['median', 'mean', 'trimmed', 'p910']),
  /** Extra ratings, one after the other, before a person decides. */
  extra_ratings: z.number().int().min(0).max(20),
  /**
   * What an extra rating can settle. `majority`: a strict majority of all ratings within the tolerance. `nearest`: the
   * latest extra rating with the one nearest to it. `nearest_within`: the same, if these two are within the tolerance.
   */
  settled_by: z.enum(['majority', 'nearest', 'nearest_within']),
  /** Who decides at last. */
  last: z.enum(['inspector', 'meeting']),
})
export type ArbitrationTerms = z.infer<typeof arbitrationTerms>

/** The terms of a study, from its protocol. */
export function termsOf({
  ratings_per_task,
  agreement,
  arbitration,
}: Pick<Protocol, 'ratings_per_task' | 'agreement' | 'arbitration'>): ArbitrationTerms {
  const { tolerance: value, rule, extra_ratings } = agreement
  const { unit, settled_by, last } = arbitration
  const asked = value === null ? null : { unit, value }
  return { ratings: ratings_per_task, tolerance: asked, rule, extra_ratings, settled_by, last }
}

/** The tolerance in the units of a scale; infinite where none is asked for. */
export function toleranceOn({ tolerance: asked }: ArbitrationTerms, { step }: ScaleShape): number {
  if (asked === null) return Infinity
  // 0.4 − 0.1 is within a tolerance of 0.3, whatever binary fractions say.
  return (asked.unit === 'steps' ? asked.value * step : asked.value) + 1e-9
}
