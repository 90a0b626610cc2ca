import type { Localized } from '@/lib/domain/localized'
import type { CalibrationRules } from '@/lib/domain/quality/calibration/calibration-rules'
import type { CalibrationReason } from '@/lib/domain/quality/calibration/calibration-state'
import type { AttemptSummary } from '@/lib/domain/quality/calibration/score-attempt'
import type { CalibrationProblem } from '@/lib/domain/quality/calibration/problem'
import type { BlindTask } from '@/lib/domain/rating/blind-task'

/** Where a rater stands in a calibration, for the rater's eyes. */
export type CalibrationView = {
  slug: string
  name: string
  reason: CalibrationReason
  standing: 'attempt' | 'awaits_decision' | 'declined' | 'passed'
  /** The attempt under way: the first is 1; tasks of it. Null unless `standing` is `attempt`. */
  attempt: { number: number; of: number; done: number; tasks: number } | null
  mark: Pick<CalibrationRules, 'inside_band' | 'bias_steps'>
  /** The latest finished attempt, null before. */
  result: FinishedAttempt | null
  /** Why a person turned the rater away. */
  declinedBecause: string | null
}

export type FinishedAttempt = AttemptSummary & {
  number: number
  passed: boolean
  missed: ('inside_band' | 'bias_high' | 'bias_low')[]
  byCriterion: (AttemptSummary & { criterionId: string; name: Localized })[]
}

/** What a rater sees after a task of a calibration: own score, agreed score and band, and why. */
export type TaskFeedback = {
  task: BlindTask
  cells: {
    label: string
    criterionId: string
    score: number | null
    agreed: number
    band: { low: number; high: number }
    reason: Localized
    inside: boolean
    differenceSteps: number | null
  }[]
}

/** A rater whose attempts are used up, for the inspector who decides. */
export type WaitingCalibration = {
  rater: string
  reason: CalibrationReason
  since: string
  attempts: (AttemptSummary & { missed: FinishedAttempt['missed'] })[]
}

/** The anchors of a study, as its inspectors see them: no model, outputs by label. */
export type AnchorSupply = {
  anchors: number
  /** Whether new raters calibrate: the anchors suffice for all attempts. */
  inForce: boolean
  problems: CalibrationProblem[]
  rules: CalibrationRules
}

/** A task of which anchors are made, or can be. */
export type AnchorTask = {
  taskId: string
  task: BlindTask
  /** Label → criterion → what is agreed; only outputs that are anchors. */
  anchors: Record<string, { anchorId: string; cells: AnchorCellView[] }>
}
export type AnchorCellView = {
  criterionId: string
  experts: number[]
  agreed: number
  band: { low: number; high: number }
  reason: Localized
}
