import { mean } from './mean'

/**
 * Mean without the lowest and the highest value; of fewer than three values the plain mean.
 * @throws RangeError without a value
 */
export function trimmedMean(values: readonly number[]): number {
  if (values.length < 3) return mean(values)
  return mean(values.toSorted((a, b) => a - b).slice(1, -1))
}
