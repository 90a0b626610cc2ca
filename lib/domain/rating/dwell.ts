/** Time spent on a task, counted while the page is visible and somebody is there. */
export type Dwell = { ms: number; seenAt: number | null }

/** Reading needs no key press for a while; after this long without any sign, nobody is counted as there. */
export const idleAfterMs = 90_000

/** A sign of life at `now`. The time since the last one counts, up to the idle limit; a clock set back counts nothing. */
export function dwellAfterSign(dwell: Dwell, now: number): Dwell {
  return { ms: dwellAt(dwell, now), seenAt: now }
}

/** The page was hidden or left at `now`. */
export function dwellAfterLeaving(dwell: Dwell, now: number): Dwell {
  return { ms: dwellAt(dwell, now), seenAt: null }
}

export function dwellAt(dwell: Dwell, now: number): number {
  if (dwell.seenAt === null) return dwell.ms
  return dwell.ms + Math.max(0, Math.min(now - dwell.seenAt, idleAfterMs))
}
