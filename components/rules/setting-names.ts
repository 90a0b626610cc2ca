/** Settings that are one number each, by where they stand. Shares are written as percentages. */
export const taskFields = ['ratings_per_task'] as const
export const calibrationFields = [
  'calibration.inside_band',
  'calibration.bias_steps',
  'calibration.anchors',
  'calibration.attempts',
  'calibration.per_end',
  'calibration.expert_range',
  'calibration.guess_risk',
] as const
export const checkFields = ['checks.gold', 'checks.repeat', 'checks.degraded'] as const
export const familyFields = ['monitors.false_flags', 'monitors.patience'] as const
export const spotCheckFields = [
  'spot_check.max_error',
  'spot_check.confidence',
  'spot_check.accept',
  'spot_check.error_tolerance',
  'spot_check.lot_ratings',
] as const
export const switchingFields = [
  'spot_check.switching.failed',
  'spot_check.switching.within',
  'spot_check.switching.passed_in_row',
] as const
export const arbitrationFields = ['agreement.extra_ratings'] as const
export const choiceFields = ['agreement.rule', 'arbitration.settled_by', 'arbitration.last'] as const

export type NumberField =
  | (typeof taskFields)[number]
  | (typeof calibrationFields)[number]
  | (typeof checkFields)[number]
  | (typeof familyFields)[number]
  | (typeof spotCheckFields)[number]
  | (typeof switchingFields)[number]
  | (typeof arbitrationFields)[number]
export type ChoiceField = (typeof choiceFields)[number]

const shareFields = [
  'calibration.inside_band',
  'calibration.guess_risk',
  'checks.gold',
  'checks.repeat',
  'checks.degraded',
  'monitors.false_flags',
  'spot_check.max_error',
  'spot_check.confidence',
] as const
type ShareField = (typeof shareFields)[number]

/** Whether a setting is a share, 0 … 1, and so written in per cent. */
export const isShare = (field: string): field is ShareField => shareFields.some((each) => each === field)
