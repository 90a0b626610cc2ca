/** What is done about a rater, by rules and by people. */
const known = [
  'flag',
  'warn',
  'warned',
  'pause',
  'paused',
  'resumed',
  'recalibrate',
  'recalibration_asked',
  'attempt_granted',
  'excluded',
  'restored',
  'level_set',
  'admitted',
  'declined',
] as const
export type ActWord = (typeof known)[number] | 'other'

/** The key of an act's word; acts of a newer version than this page are "other". */
export function actWordOf(act: string): ActWord {
  return known.find((each) => each === act) ?? 'other'
}
