import { z } from 'zod'
import { localized } from '@/lib/domain/localized'
import { arbitrationTerms } from '@/lib/domain/quality/arbitration/terms'

/** How a dispute is settled, as far as numbers depend on it. */
const settling = arbitrationTerms
  .pick({ settled_by: true, extra_ratings: true })
  .extend({ unit: z.enum(['steps', 'marks']) })

/** The method card: every setting that a board depends on, apart from the ratings. */
export const methodCard = z.object({
  method: z.literal('absolute'),
  source: z.enum(['desk', 'imported']),
  rule: z.enum(['median', 'mean', 'trimmed', 'p910']),
  /** In steps of the scale, or in its own units where `arbitration` says marks; null = none asked for. */
  toleranceSteps: z.number().nullable(),
  /** Left out by releases from before disputes were settled: there every cell in dispute has no value. */
  arbitration: settling.optional(),
  ratingsPerTask: z.number().int().min(1),
  aggregation: z.enum(['abilities', 'prompts']),
  seed: z.number().int(),
  resamples: z.number().int().min(1),
  intervalLevel: z.number(),
  rubricVersion: z.number().int(),
  protocolVersion: z.number().int(),
})
export type MethodCard = z.infer<typeof methodCard>

export const judgedCriterion = z.object({
  id: z.string(),
  name: localized,
  minimum: z.number(),
  maximum: z.number(),
  step: z.number(),
  weight: z.number(),
  inTotal: z.boolean(),
})
export type JudgedCriterion = z.infer<typeof judgedCriterion>

export const judgedAbility = z.object({
  path: z.string(),
  weight: z.number(),
  inTotal: z.boolean(),
  reason: localized.nullable(),
})
export type JudgedAbility = z.infer<typeof judgedAbility>

const word = z.string().nullable()

export const judgedModel = z.object({
  id: z.string(),
  name: z.string(),
  organization: word,
  kind: z.enum(['model', 'reference', 'baseline', 'human']),
  type: word,
  access: word,
  parametersB: z.number().nullable(),
  architecture: word,
  license: word,
  precision: word,
  url: word,
  description: word,
  aliases: z.array(z.string()),
  caveat: word,
})
export type JudgedModelCard = z.infer<typeof judgedModel>

/** What was judged and how: with the scores, all that a board is computed from. Lists are in the study's order. */
export const boardSettings = z.object({
  study: z.object({ slug: z.string(), name: z.string(), languages: z.array(z.string()) }),
  method: methodCard,
  criteria: z.array(judgedCriterion).min(1),
  abilities: z.array(judgedAbility),
  models: z.array(judgedModel),
  prompts: z.array(z.object({ id: z.string(), abilities: z.array(z.string()) })),
  /** Outputs there are to judge. */
  outputs: z.number().int().min(0),
})
export type BoardSettings = z.infer<typeof boardSettings>
