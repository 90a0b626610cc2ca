/** Hidden items in live work: known scores, an own earlier task again, an output that was damaged. */
export const checkKinds = ['gold', 'repeat', 'degraded'] as const
export type CheckKind = (typeof checkKinds)[number]

/** Shares of a rater's assignments, 0 … 1, as the protocol has them. */
export type CheckRates = Readonly<Record<CheckKind, number>>

/** Checks handed out to a rater so far, or candidates there are. */
export type CheckCounts = Readonly<Record<CheckKind, number>>

/** A repeat comes this many assignments after the first time, or later: nobody remembers the scores by then. */
export const REPEAT_DISTANCE = 30

/** The most that checks may be of a rater's work, all kinds together: more would leave next to none. */
export const MOST_CHECKS = 0.9

/** Whether checks leave work enough; a sum of decimals may miss the limit by a hair. */
export const leaveWork = (rates: CheckRates) => totalRate(rates) <= MOST_CHECKS + 1e-9

export function totalRate(rates: CheckRates): number {
  return checkKinds.reduce((sum, kind) => sum + rates[kind], 0)
}
