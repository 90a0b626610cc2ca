/**
 * Arithmetic mean, Σx / n, in the unit of the values.
 * @throws RangeError without a value
 */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('the mean of nothing is not defined')
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
