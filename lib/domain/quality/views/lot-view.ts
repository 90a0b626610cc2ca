import type { InspectedCriterion, DifferenceClass } from '@/lib/domain/quality/spot-check/inspection'
import type { LotClaim } from '@/lib/domain/quality/spot-check/lot-claim'
import type { LotPlan } from '@/lib/domain/quality/spot-check/lot-plan'
import type { LotStanding } from '@/lib/domain/quality/spot-check/lot-standing'
import type { CurvePoint } from '@/lib/domain/quality/spot-check/plan-curve'
import type { HonestOutlook } from '@/lib/domain/quality/spot-check/honest-outlook'
import type { SpotCheckTerms } from '@/lib/domain/quality/spot-check/terms'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import type { StudyState } from '@/lib/domain/study/study-state'

/** A lot in the queue: when and how large, and never whose. `number` counts the lots of the round. */
export type LotRow = {
  id: string
  number: number
  /** The day, YYYY-MM-DD. */
  createdAt: string
  byHand: boolean
  /** This inspector chose its rater by hand, and somebody else is there to inspect it. */
  forOthers: boolean
  /** `withdrawn`: drawn, and its rater was excluded before it was decided. */
  state: 'drawn' | 'passed' | 'failed' | 'withdrawn'
  plan: LotPlan
  standing: LotStanding
  decidedAt: string | null
}

export type LotQueue = {
  study: { slug: string; name: string; state: StudyState }
  /** Null: this study forms no lots. */
  terms: SpotCheckTerms | null
  lots: LotRow[]
}

export type LotPage = LotRow & {
  study: { slug: string; name: string; state: StudyState }
  curve: CurvePoint[]
  outlook: HonestOutlook
  errorTolerance: number
  claim: LotClaim | null
  /** What the decision did; null before. */
  aftermath: { ratings: number; tasks: number } | null
  decisions: { outcome: 'passed' | 'failed'; by: 'plan' | 'person'; reason: string | null; at: string }[]
  inspected: InspectedUnit[]
}

/** One unit to inspect: the desk's task with the one output, as label A. */
export type InspectionTask = { inspectionId: string; task: BlindTask }

/** What is shown once an inspection is committed. */
export type InspectedUnit = {
  place: number
  class: DifferenceClass | null
  error: boolean | null
  criteria: InspectedCriterion[]
  hardRulesBroken: string[]
  at: string
}
