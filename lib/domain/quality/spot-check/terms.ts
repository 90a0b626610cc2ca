import { z } from 'zod'
import { protocol } from '@/lib/domain/study/protocol'
import { switchingRules } from './switching-rules'

/**
 * How a study is spot-checked: the `spot_check` of its protocol, with what the plan needs beyond the risk. Defaults are
 * the ones of the documentation, visible and editable.
 */
export const spotCheckTerms = protocol.shape.spot_check.unwrap().extend({
  /** A limit of 1 would let every lot pass. */
  max_error: z.number().positive().lt(1).default(0.1),
  /** Ratings of one rater that make a lot; a rating holds one unit per output. */
  lot_ratings: z.number().int().min(1).max(10_000).default(50),
  switching: switchingRules.prefault({}),
})
export type SpotCheckTerms = z.infer<typeof spotCheckTerms>
