import { z } from 'zod'
import { switchingRules } from './switching-rules'

/**
 * How a study is spot-checked: the `spot_check` of its protocol. Defaults are the ones of the documentation, visible and
 * editable.
 */
export const spotCheckTerms = z.object({
  /** The share of errors that a lot must not have. A limit of 1 would let every lot pass. */
  max_error: z.number().positive().lt(1).default(0.1),
  confidence: z.number().positive().lt(1).default(0.95),
  /** Errors in the sample with which a lot passes. */
  accept: z.number().int().min(0).default(2),
  /** An error is a difference of more than so many scale steps. */
  error_tolerance: z.number().min(0).default(2),
  /** Ratings of one rater that make a lot; a rating holds one unit per output. */
  lot_ratings: z.number().int().min(1).max(10_000).default(50),
  switching: switchingRules.prefault({}),
})
export type SpotCheckTerms = z.infer<typeof spotCheckTerms>
