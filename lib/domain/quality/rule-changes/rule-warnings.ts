import { goldNeeded } from '@/lib/domain/quality/checks/check-supply'
import type { HonestOutlook } from '@/lib/domain/quality/spot-check/honest-outlook'
import type { RuleSettings } from './rule-settings'

/** What is worth knowing before rules are used, though they may be. */
export type RuleWarning =
  /** Gold tasks run out: a rater with so many tasks ahead needs more than there are. */
  | { id: 'gold_short'; have: number; needed: number; tasks: number }
  /** Honest raters would fail lots: this is how likely an honest lot passes. */
  | { id: 'too_strict'; passes: number }

export type WarningFacts = {
  /** Prompts with anchors, which gold tasks are made of. */
  goldTasks: number
  /** Tasks that one rater is expected to be handed, checks among them. */
  tasksPerRater: number
  /** What the panel's own disagreement does to the plan; null where it is not known or no lots are formed. */
  outlook: HonestOutlook | null
}

export function ruleWarnings({ checks }: RuleSettings, facts: WarningFacts): RuleWarning[] {
  const { goldTasks, tasksPerRater, outlook } = facts
  const needed = goldNeeded(tasksPerRater, checks)
  const short: RuleWarning[] =
    needed > goldTasks ? [{ id: 'gold_short', have: goldTasks, needed, tasks: tasksPerRater }] : []
  const strict: RuleWarning[] =
    outlook?.tooStrict && outlook.passes !== null ? [{ id: 'too_strict', passes: outlook.passes }] : []
  return [...short, ...strict]
}
