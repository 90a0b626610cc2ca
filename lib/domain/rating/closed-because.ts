/** Why a desk takes nothing from a rater now, for pages and scripts to tell apart; beside the code `closed`. */
export const closedBecause = [
  /** The study has ended. */
  'study_closed',
  /** A rule or a person has paused the rater: may go on later. */
  'rater_paused',
  'excluded',
  /** A calibration comes first. */
  'calibrating',
  /** A task of a calibration that is decided. */
  'calibration_over',
  'not_at_work',
] as const
export type ClosedBecause = (typeof closedBecause)[number]
