'use server'

import { z } from 'zod'
import { actOnRater, raterAct } from '@/lib/data/monitors/sheets/act-on-rater'
import { answerAppeal, appealAnswer } from '@/lib/data/monitors/sheets/appeals'
import { inspectorAction } from '@/lib/server/action'

const slug = z.string().max(80)

export const actOnRaterAction = inspectorAction(
  raterAct.extend({ slug, rater: z.string().max(80) }),
  (inspector, { slug, ...input }) => actOnRater(inspector, slug, input),
)

export const answerAppealAction = inspectorAction(
  appealAnswer.extend({ slug, id: z.uuid() }),
  (inspector, { slug, id, ...answer }) => answerAppeal(inspector, { slug, id }, answer),
)
