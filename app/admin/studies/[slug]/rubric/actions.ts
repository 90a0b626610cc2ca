'use server'

import { z } from 'zod'
import { repairRubric } from '@/lib/data/rubrics/repair-rubric'
import { repairDraft } from '@/lib/domain/quality/rubric-repair/repair-draft'
import { adminAction } from '@/lib/server/action'

const input = z.object({ slug: z.string().max(80), draft: repairDraft })

export const repairRubricAction = adminAction(input, (admin, { slug, draft }) =>
  repairRubric(admin, slug, draft),
)
