'use server'

import { z } from 'zod'
import { appeal, appealInput } from '@/lib/data/monitors/sheets/appeals'
import { raterAction } from '@/lib/server/action'

export const appealAction = raterAction(
  appealInput.extend({ slug: z.string().max(80) }),
  (rater, { slug, text }) => appeal(rater, slug, text),
)
