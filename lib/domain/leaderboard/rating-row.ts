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
  | 'check'
  | 'calibration'
  | 'inspection'
  | 'outside_scope' // the rater saw the whole sheet, but was asked about other outputs
  | 'rubric_version' // made under an earlier rubric
  | 'excluded' // by a decision
  | 'cannot_judge'

/** One row of a ratings file. Keys are its columns, so that CSV and JSON lines say the same. */
export type RatingRow = {
  rating_id: string
  revision: number
  assignment_id: string
  kind: string
  prompt: string
  model: string
  label: string
  position: number
  rater: string
  criterion: string
  score: number | null
  counts: boolean
  reason: string | null
  agreed: number | null
  rubric_version: number
  seconds: number
  submitted_at: string
  comment: string | null
}

/** The part of a row that numbers depend on. */
export type ScoreRow = Pick<
  RatingRow,
  'rating_id' | 'prompt' | 'model' | 'rater' | 'criterion' | 'score' | 'counts' | 'reason'
>
