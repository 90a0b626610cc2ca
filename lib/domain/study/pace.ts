const hourMs = 3_600_000
const windowHours = 24
/** A pace over less than this says nothing. */
const shortestHours = 0.1

export type Pace = {
  /** Ratings per hour; null where nothing was rated lately. */
  perHour: number | null
  /** Hours the pace was taken over. */
  overHours: number
  /** Hours until the last rating at this pace; null where there is no pace. */
  hoursLeft: number | null
}

/** Ratings per hour over the last day, or since the first rating of that day, and what that means for the rest. */
export function paceOf(lately: { ratings: number; first: Date | null; left: number }, now: Date): Pace {
  const { ratings, first, left } = lately
  if (!first || ratings === 0)
    return { perHour: null, overHours: windowHours, hoursLeft: left === 0 ? 0 : null }
  const elapsed = (now.getTime() - first.getTime()) / hourMs
  const overHours = Math.min(windowHours, Math.max(shortestHours, elapsed))
  const perHour = ratings / overHours
  return { perHour, overHours, hoursLeft: left / perHour }
}
