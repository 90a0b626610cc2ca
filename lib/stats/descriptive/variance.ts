/**
 * Sample variance, Σ(x − x̄)² / (n − 1), in squared units of the values. Two passes, with the correction of Chan, Golub &
 * LeVeque (1983) for what rounding leaves in the mean.
 *
 * @throws RangeError with fewer than two values
 */
export function variance(values: ArrayLike<number>): number {
  const n = values.length
  if (n < 2) throw new RangeError('the variance of fewer than two values is not defined')
  let total = 0
  for (let i = 0; i < n; i += 1) total += values[i] ?? 0
  const mean = total / n
  let deviations = 0
  let squares = 0
  for (let i = 0; i < n; i += 1) {
    const deviation = (values[i] ?? 0) - mean
    deviations += deviation
    squares += deviation * deviation
  }
  return (squares - (deviations * deviations) / n) / (n - 1)
}

/**
 * Sample standard deviation, the root of `variance`, in the unit of the values.
 * @throws RangeError with fewer than two values
 */
export function standardDeviation(values: ArrayLike<number>): number {
  return Math.sqrt(variance(values))
}
