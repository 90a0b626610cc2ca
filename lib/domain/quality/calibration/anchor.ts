import { z } from 'zod'
import { localized, type Localized } from '@/lib/domain/localized'
import type { Criterion } from '@/lib/domain/study/rubric'
import type { Band } from './accepted-band'

/** What calibration needs to know of a criterion. */
export type ScaledCriterion = Pick<Criterion, 'id' | 'scale'>

const band = z.object({ low: z.number(), high: z.number() })

/** What an inspector enters for one anchor: one output with experts' scores per criterion. */
export const anchorInput = z.object({
  id: z.string().min(1),
  /** Anchors of one task are shown together, and drawn together. */
  taskId: z.string().min(1),
  rubricVersion: z.number().int().min(1),
  cells: z.record(
    z.string().max(40),
    z.object({
      /** One score per expert, independently given. */
      scores: z.array(z.number()).max(50),
      /** Where the inspector wants another band than the usual one. */
      band: band.optional(),
      /** Shown as feedback: why the experts score so. */
      reason: localized,
    }),
  ),
})
export type AnchorInput = z.infer<typeof anchorInput>

/** What experts agreed on for one output × one criterion. */
export type AnchorCell = {
  criterionId: string
  /** Median of the experts' scores, an even number's midpoint unrounded. */
  agreed: number
  /** Scores from low to high, both included, are accepted. */
  band: Band
  reason: Localized
  experts: number[]
}

/** One output whose scores are known, with a cell for each criterion of its rubric version. */
export type Anchor = { id: string; taskId: string; rubricVersion: number; cells: AnchorCell[] }
