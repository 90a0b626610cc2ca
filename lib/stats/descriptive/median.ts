import { percentile } from './percentile'

/**
 * The middle value; of an even count the unrounded midpoint of the two in the middle.
 * @throws RangeError without a value
 */
export function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  )
}
