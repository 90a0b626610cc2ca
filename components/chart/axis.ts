import { scaleLinear } from '@visx/scale'

/** A horizontal axis: where a value lies between its ends, as a fraction, and which round values get a line. */
export type Axis = { min: number; max: number; ticks: number[]; at: (value: number) => number }

/**
 * An axis fitted to what it shows, so that intervals can be read: a little air at both ends, and no more of the scale
 * than is needed. Null where there is nothing to show.
 */
export function fittedAxis(values: (number | null)[], ticks = 3): Axis | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  const low = Math.min(...known)
  const high = Math.max(...known)
  const air = (high - low) * 0.06 || Math.max(Math.abs(high) * 0.02, 0.05)
  const [min, max] = [low - air, high + air]
  const at = scaleLinear<number>({ domain: [min, max], range: [0, 1], clamp: true })
  return { min, max, ticks: at.ticks(ticks), at }
}
