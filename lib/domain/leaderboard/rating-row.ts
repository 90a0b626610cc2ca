/** The columns of a ratings file, one score a row. Other tools rely on the names and their order. */
export const ratingColumns = [
  'rating_id',
  'revision',
  'assignment_id',
  'kind',
  'prompt',
  'model',
  'label',
  'position',
  'rater',
  'criterion',
  'score',
  'counts',
  'reason',
  'agreed',
  'rubric_version',
  'seconds',
  'submitted_at',
  'comment',
] as const
export type RatingColumn = (typeof ratingColumns)[number]

/**
 * Why a score does not count, where it is not for a decision of a person. `cannot_judge` is the only one without a
 * score: the rater saw the output and handed it back.
 */
export type NotCountingReason =
  | 'superseded' // corrected later by its rater
  | 'anchored' // its prompt has left live work since
  | 'outside_scope' // the rater saw the whole sheet, but was asked about other outputs
  | 'not_asked' // the same within an output: other cells were in dispute
  | 'rubric_version' // about a criterion that has been changed since
  | 'excluded' // by a decision in a person's own words, which stay inside
  | 'lot_failed' // by a decision of the spot check
  | 'found_in_error' // the same, about this very output
  | 'cannot_judge'
  | 'later_decision' // of two people's decisions about a cell the first stands

/** Decisions whose reason is a word of ours, not of a person. */
export const decisionReasons = ['lot_failed', 'found_in_error'] as const satisfies NotCountingReason[]

/** What stands under `kind` for a person's decision about a cell; its `reason` says whose it is. */
export const decisionKind = 'arbitration'

/** What stands under `reason` where a score counts and was asked for by arbitration. */
export const askedByArbitration = 'arbitration'

/** Whether a score with this reason counts. */
export const countsWith = (reason: string | null): boolean => reason === null || reason === askedByArbitration

/** One row of a ratings file. Keys are its columns, so that CSV and JSON lines say the same. */
export type RatingRow = {
  rating_id: string
  revision: number
  assignment_id: string
  kind: string
  prompt: string
  model: string
  label: string
  /** Null for a decision: it was made about a cell and not about a place on a screen. */
  position: number | null
  rater: string
  criterion: string
  score: number | null
  counts: boolean
  reason: string | null
  agreed: number | null
  rubric_version: number
  seconds: number | null
  submitted_at: string
  comment: string | null
}

/** The part of a row that numbers depend on. */
export type ScoreRow = Pick<
  RatingRow,
  'rating_id' | 'kind' | 'prompt' | 'model' | 'rater' | 'criterion' | 'score' | 'counts' | 'reason'
>
