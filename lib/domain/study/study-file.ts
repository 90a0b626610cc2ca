import { z } from 'zod'
import { rule } from '@/lib/domain/bundle/said'
import { localized } from '@/lib/domain/localized'
import { leaveWork, MOST_CHECKS } from '@/lib/domain/quality/checks/check-kind'
import { protocol } from './protocol'
import { rubric } from './rubric'
import { isSlug } from './slug'

export const abilityWeight = z.object({
  path: z.string().min(1).max(200),
  weight: z.number().min(0).default(1),
  in_total: z.boolean().default(true),
  reason: localized.optional(),
})
export type AbilityWeight = z.infer<typeof abilityWeight>

const share = z.enum(['none', 'examples', 'all']).default('none')

export const publication = z.object({ prompts: share, outputs: share, comments: share })
export type Publication = z.infer<typeof publication>

/** study.yaml. A rubric is written out or named as `template:<name>`. */
export const studyFile = z.object({
  name: z.string().min(1).max(200),
  slug: z.string().refine(isSlug, rule('slug')),
  languages: z.array(z.string().min(2).max(35)).default([]),
  rubric: z.union([rubric, z.string().startsWith('template:')]),
  // Here, and not with the schema of the protocol: one that is kept already must stay readable.
  protocol: protocol.refine(({ checks }) => leaveWork(checks), {
    path: ['checks'],
    ...rule('checksTogether', { limit: MOST_CHECKS }),
  }),
  abilities: z.array(abilityWeight).default([]),
  publication: publication.prefault({}),
})
export type StudyFile = z.infer<typeof studyFile>
