import type { Undefined } from '@/lib/stats/figure'
import type { AgreementTable } from '@/lib/stats/agreement/table/agreement-table'
import { completeRows, whyTooFew } from '@/lib/stats/agreement/table/complete-rows'

/** Mean squares of a table of items by raters with one rating in each cell; Shrout & Fleiss (1979), table 2. */
export type MeanSquares = {
  items: number
  raters: number
  /** Between items, n − 1 degrees of freedom. */
  between: number
  /** Within items, n (k − 1). */
  within: number
  /** Between raters (judges), k − 1. */
  judges: number
  /** Residual, (n − 1)(k − 1). */
  error: number
}

/**
 * The two-way analysis of variance over the complete items of a table that keeps raters, each row counted as often as
 * the given times. Two passes: deviations are taken from the means, so that nothing cancels.
 *
 * @returns the mean squares, or why there are none: 'no-ratings', 'too-few-raters', 'too-few-items', 'incomplete'
 */
export function prepareTwoWayAnova(
  table: AgreementTable,
): (times: ArrayLike<number>) => MeanSquares | Undefined {
  const complete = completeRows(table)
  const k = complete.raters
  const origin = table.values[0] ?? 0
  const values = Float64Array.from(complete.category, (place) => (table.values[place] ?? 0) - origin)
  const smallest = 1e-26 * ((table.values.at(-1) ?? 0) - origin) ** 2
  const itemMean = Float64Array.from(complete.row, (_, i) => {
    let sum = 0
    for (let j = 0; j < k; j += 1) sum += values[i * k + j] ?? 0
    return sum / k
  })
  return (times) => {
    const weights = Float64Array.from(complete.row, (place) => times[place] ?? 0)
    const n = weights.reduce((sum, weight) => sum + weight, 0)
    const reason = whyTooFew(table, k, n)
    return reason ?? meanSquares({ values, itemMean, weights, smallest }, n, k)
  }
}

/** `smallest`: what is below it is a trace of rounding and counts as 0. */
type Cells = { values: Float64Array; itemMean: Float64Array; weights: Float64Array; smallest: number }

function meanSquares({ values, itemMean, weights, smallest }: Cells, n: number, k: number): MeanSquares {
  const judgeMean = new Float64Array(k)
  for (let i = 0; i < weights.length; i += 1) {
    const share = (weights[i] ?? 0) / n
    for (let j = 0; j < k; j += 1) judgeMean[j] = (judgeMean[j] ?? 0) + share * (values[i * k + j] ?? 0)
  }
  const mean = judgeMean.reduce((sum, each) => sum + each, 0) / k
  const judges = n * judgeMean.reduce((sum, each) => sum + (each - mean) ** 2, 0)
  let [between, within, error] = [0, 0, 0]
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i] ?? 0
    const ofItem = itemMean[i] ?? 0
    between += weight * k * (ofItem - mean) ** 2
    for (let j = 0; j < k; j += 1) {
      const fromItem = (values[i * k + j] ?? 0) - ofItem
      const rest = fromItem - ((judgeMean[j] ?? 0) - mean)
      within += weight * fromItem * fromItem
      error += weight * rest * rest
    }
  }
  const meanSquare = (squares: number, df: number) => (squares > smallest * n * k ? squares / df : 0)
  return {
    items: n,
    raters: k,
    between: meanSquare(between, n - 1),
    within: meanSquare(within, n * (k - 1)),
    judges: meanSquare(judges, k - 1),
    error: meanSquare(error, (n - 1) * (k - 1)),
  }
}
