import { normalQuantile } from '@/lib/stats/distributions/normal-quantile'

/**
 * Interval of each strength by its standard error: strength ± z · se, a Wald interval, as Chatbot Arena shows it. The
 * standard errors may be those of a fit or of `sandwichErrors`. It compares a model with the average of all; whether
 * two models differ is told by the difference of the two (`differenceError`).
 *
 * @param level in (0, 1)
 */
export function strengthIntervals(
  strengths: Float64Array,
  se: Float64Array,
  level = 0.95,
): { lows: Float64Array; highs: Float64Array } {
  const z = normalQuantile((1 + level) / 2)
  return {
    lows: strengths.map((strength, model) => strength - z * (se[model] ?? Number.NaN)),
    highs: strengths.map((strength, model) => strength + z * (se[model] ?? Number.NaN)),
  }
}

/**
 * Standard error of the difference of two strengths.
 *
 * @param covariance of a fit or of `sandwichErrors`, row after row
 */
export function differenceError(covariance: Float64Array, a: number, b: number): number {
  const size = Math.sqrt(covariance.length)
  const at = (row: number, column: number) => covariance[row * size + column] ?? Number.NaN
  return Math.sqrt(at(a, a) + at(b, b) - 2 * at(a, b))
}
