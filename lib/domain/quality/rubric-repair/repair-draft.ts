import { z } from 'zod'
import { localized } from '@/lib/domain/localized'
import { level } from '@/lib/domain/study/rubric'

/** A repaired rubric as its editor sends it: words only; keys, scales and weights stay. */
export const repairDraft = z.object({
  /** The version that was edited. */
  version: z.number().int().min(1),
  /** Why; on record. */
  reason: z.string().trim().min(1).max(2000),
  /** Raters who have calibrated do so again, where anchors hold under the new version. */
  recalibrate: z.boolean().default(true),
  criteria: z
    .array(
      z.object({
        id: z.string().max(40),
        name: localized,
        question: localized.optional(),
        levels: z.array(level).max(101).default([]),
        /** Of a changed criterion: only the wording is better, what raters said before still holds. */
        ratingsHold: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(20),
})
export type RepairDraft = z.infer<typeof repairDraft>
