import type { StudyState } from '@/lib/domain/study/study-state'
import type { Localized } from '@/lib/domain/localized'
import type { QualityRules } from '@/lib/domain/quality/quality-rules'
import type { DifferenceTally } from '@/lib/domain/quality/spot-check/difference-tally'
import type { RuleSettings } from '@/lib/domain/quality/rule-changes/rule-settings'
import type { RuleWarning } from '@/lib/domain/quality/rule-changes/rule-warnings'
import type { Scale } from '@/lib/domain/study/rubric'
import type { AnchorSupply } from './calibration-view'
import type { WaitingCounts } from '@/lib/domain/quality/arbitration/waiting-cells'

/** The rules of a study's quality chain, for the admin who may change them. */
export type RulesPage = {
  study: { slug: string; name: string; state: StudyState }
  version: number
  /** k. */
  ratingsPerTask: number
  rules: QualityRules
  /** The same under the names of study.yaml, as changes name them. */
  settings: RuleSettings
  supply: AnchorSupply
  warnings: RuleWarning[]
  /** Scales of the rubric's criteria: a tolerance in marks depends on them. */
  scales: { id: string; name: Localized; scale: Scale }[]
  /** Outputs that one rating judges, on average; null before there are tasks. */
  unitsPerRating: number | null
  /** How far two of the study's raters lie apart over an output, counted. */
  panel: DifferenceTally
}

/** What waits for whom; counts only. */
export type WaitingChain = {
  cells: WaitingCounts
  lots: number
  appeals: number
  calibrations: number
  /** Raters paused or excluded. */
  paused: number
  excluded: number
}
