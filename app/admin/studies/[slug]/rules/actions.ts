'use server'

import { z } from 'zod'
import { changeRules, rulesOutlook } from '@/lib/data/rules/change-rules'
import { ruleChanges } from '@/lib/domain/quality/rule-changes/rule-settings'
import { adminAction } from '@/lib/server/action'

const input = z.object({ slug: z.string().max(80), version: z.number().int(), changes: ruleChanges })

export const rulesOutlookAction = adminAction(input, (admin, { slug, version, changes }) =>
  rulesOutlook(admin, slug, { ...changes, expectedVersion: version }),
)

export const changeRulesAction = adminAction(input, (admin, { slug, version, changes }) =>
  changeRules(admin, slug, { ...changes, expectedVersion: version }),
)
