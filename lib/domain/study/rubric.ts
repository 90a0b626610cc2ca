import { z } from 'zod'
import { rule } from '@/lib/domain/bundle/said'
import { localized } from '@/lib/domain/localized'
import { isOnScale } from './scale'

export { isOnScale, scaleValues } from './scale'

export const level = z.object({
  value: z.number(),
  label: localized.optional(),
  description: localized.optional(),
  example: localized.optional(),
  /** A rater who gives this level has to say why. */
  comment_required: z.boolean().optional(),
})

/** From `min` to `max` in steps of `step`; not every value needs a described level. */
export const scale = z
  .object({
    min: z.number(),
    max: z.number(),
    step: z.number().positive().default(1),
    levels: z.array(level).default([]),
  })
  .refine((one) => one.min < one.max, rule('minBelowMax'))
  .refine((one) => (one.max - one.min) / one.step <= 100, rule('atMostSteps', { count: 100 }))
  .refine((one) => one.levels.every((each) => isOnScale(each.value, one)), rule('levelsOnScale'))

export const criterion = z.object({
  id: z.string().refine((id) => /^[a-z][a-z0-9_-]{0,39}$/i.test(id), rule('criterionId')),
  name: localized,
  question: localized.optional(),
  scale,
  weight: z.number().min(0).default(1),
  in_total: z.boolean().default(true),
})

export const derivedCriterion = z.object({ id: z.string().min(1), formula: z.string().min(1).max(500) })

export const rubric = z.object({
  version: z.number().int().min(1).default(1),
  criteria: z.array(criterion).min(1).max(20),
  derived: z.array(derivedCriterion).default([]),
})

export type Level = z.infer<typeof level>
export type Scale = z.infer<typeof scale>
export type Criterion = z.infer<typeof criterion>
export type Rubric = z.infer<typeof rubric>
