import { z } from 'zod'

/** How a study calibrates its raters. Defaults are those of the documentation, visible and editable. */
export const calibrationRules = z.object({
  /** Anchors of one attempt; tasks are drawn whole, so that an attempt may have a few more. */
  anchors: z.number().int().min(10).max(200).default(12),
  attempts: z.number().int().min(1).max(5).default(2),
  /** Share of the cells that must lie inside their anchor's band. */
  inside_band: z.number().min(0).max(1).default(0.8),
  /** Largest mean of (score − agreed), in calibration steps, either way. */
  bias_steps: z.number().positive().default(0.5),
  /** Anchors of an attempt at each end of each criterion, at least. */
  per_end: z.number().int().min(1).default(2),
  /** How far experts may lie apart, in calibration steps, for their scores to count as agreed. */
  expert_range: z.number().min(0).default(1),
  /** Chance that one who guesses may have to pass in any of the attempts. */
  guess_risk: z.number().positive().lt(1).default(0.05),
})
export type CalibrationRules = z.infer<typeof calibrationRules>
