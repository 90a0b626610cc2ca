import { z } from 'zod'

/**
 * When a rater's inspection moves between normal, tightened and 100 %. After the switching rules of ISO 2859-1 (1999),
 * 9.3, simplified: there, two of five lots that are not accepted tighten, five accepted in a row relax, and five not
 * accepted under tightened inspection end it. A rater's lots are far fewer than a factory's, so that one failed lot
 * moves on by default, and what comes after tightened inspection is not the end but 100 %. There is no reduced
 * inspection.
 */
export const switchingRules = z.object({
  /** Failed lots among the last `within` that move normal → tightened, and tightened → 100 %. */
  failed: z.number().int().min(1).max(20).default(1),
  within: z.number().int().min(1).max(20).default(5),
  /** Lots passed in a row that move back by one level. */
  passed_in_row: z.number().int().min(1).max(20).default(3),
})
export type SwitchingRules = z.infer<typeof switchingRules>

/** The figures of ISO 2859-1 itself. */
export const isoSwitchingRules: SwitchingRules = { failed: 2, within: 5, passed_in_row: 5 }
