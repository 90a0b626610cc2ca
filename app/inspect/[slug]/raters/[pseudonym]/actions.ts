'use server'

import { z } from 'zod'
import { exclusionOutlook } from '@/lib/data/cells/counting/exclusion-outlook'
import { levelSetting, setLevel } from '@/lib/data/lots/deciding/decide-lot'
import { actOnRater, raterAct } from '@/lib/data/monitors/sheets/act-on-rater'
import { answerAppeal, appealAnswer } from '@/lib/data/monitors/sheets/appeals'
import { inspectorAction } from '@/lib/server/action'

const slug = z.string().max(80)

export const actOnRaterAction = inspectorAction(
  raterAct.extend({ slug, rater: z.string().max(80) }),
  (inspector, { slug, ...input }) => actOnRater(inspector, slug, input),
)

export const exclusionOutlookAction = inspectorAction(
  z.object({ slug, rater: z.string().max(80) }),
  (inspector, { slug, rater }) => exclusionOutlook(inspector, slug, rater),
)

export const setPlanAction = inspectorAction(
  levelSetting.extend({ slug }),
  (inspector, { slug, ...setting }) => setLevel(inspector, slug, setting),
)

export const answerAppealAction = inspectorAction(
  appealAnswer.extend({ slug, id: z.uuid() }),
  (inspector, { slug, id, ...answer }) => answerAppeal(inspector, { slug, id }, answer),
)
