import type { QualityRules } from '@/lib/domain/quality/quality-rules'
import type { AnchorSupply } from './calibration-view'
import type { WaitingCounts } from '@/lib/domain/quality/arbitration/waiting-cells'

/** The rules of a study's quality chain, for the admin who may change them. */
export type RulesPage = {
  study: { slug: string; name: string; state: string }
  version: number
  rules: QualityRules
  supply: AnchorSupply
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
