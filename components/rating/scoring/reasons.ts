/** Words under which reasons are stored, so that they can be counted; anything else is in the rater's own words. */
export const shortReasons = ['unreadable', 'unclear', 'knowledge', 'recognised', 'unwilling'] as const
export type ShortReason = (typeof shortReasons)[number]

export function isShortReason(reason: string): reason is ShortReason {
  return shortReasons.some((each) => each === reason)
}
