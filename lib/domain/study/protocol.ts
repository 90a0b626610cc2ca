import { z } from 'zod'
import { calibrationRules } from '@/lib/domain/quality/calibration/calibration-rules'
import { monitorRules } from '@/lib/domain/quality/monitors/monitor-rules'
import { spotCheckTerms } from '@/lib/domain/quality/spot-check/terms'

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
  /** Null, or left out: no lots are formed. */
  spot_check: spotCheckTerms.nullable().default(null),
  calibration: calibrationRules.prefault({}),
  monitors: monitorRules.prefault({}),
  arbitration: z
    .object({
      unit: z.enum(['steps', 'marks']).default('steps'),
      settled_by: z.enum(['majority', 'nearest', 'nearest_within']).default('majority'),
      last: z.enum(['inspector', 'meeting']).default('inspector'),
    })
    .prefault({}),
})
export type Protocol = z.infer<typeof protocol>

export type Presentation = 'sheet' | 'single' | 'pair'

export function presentationOf(one: Protocol): Presentation {
  return one.presentation ?? (one.method === 'pairwise' ? 'pair' : 'sheet')
}
