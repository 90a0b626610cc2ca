import { z } from 'zod'

const rate = z.number().min(0).max(1)

/** How a study is judged. Defaults are the ones of the documentation, visible and editable. */
export const protocol = z.object({
  source: z.enum(['desk', 'imported']).default('desk'),
  method: z.enum(['absolute', 'pairwise']),
  presentation: z.enum(['sheet', 'single', 'pair']).optional(),
  sheet_size: z.number().int().min(2).max(50).default(8),
  baseline: z.string().optional(),
  ratings_per_task: z.number().int().min(1).max(50).default(3),
  lease_minutes: z.number().positive().max(10_080).default(30),
  agreement: z
    .object({
      /** Scale steps; null = no tolerance asked for. */
      tolerance: z.number().min(0).nullable().default(1),
      rule: z.enum(['median', 'mean', 'trimmed', 'p910']).default('median'),
      extra_ratings: z.number().int().min(0).max(20).default(2),
    })
    .prefault({}),
  aggregation: z.enum(['abilities', 'prompts']).default('abilities'),
  checks: z
    .object({ gold: rate.default(0), repeat: rate.default(0), degraded: rate.default(0) })
    .prefault({}),
  spot_check: z
    .object({
      max_error: z.number().positive().max(1).default(0.1),
      confidence: z.number().positive().lt(1).default(0.95),
      accept: z.number().int().min(0).default(2),
      error_tolerance: z.number().min(0).default(2),
    })
    .prefault({}),
})
export type Protocol = z.infer<typeof protocol>

export type Presentation = 'sheet' | 'single' | 'pair'

export function presentationOf(one: Protocol): Presentation {
  return one.presentation ?? (one.method === 'pairwise' ? 'pair' : 'sheet')
}
