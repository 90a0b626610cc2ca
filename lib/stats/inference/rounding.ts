/** Sums of the same differences in another order agree to about this; they count as equal. */
export function roundingOf(values: Float64Array): number {
  return 1e-12 * values.reduce((sum, value) => sum + Math.abs(value), 0)
}
