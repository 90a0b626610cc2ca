import { wilsonInterval } from '@/lib/stats/intervals/wilson-interval'
import { widestDifference, isBeyond } from './difference'
import type { LotCriterion, OutputScores } from './lot'

/**
 * How far two raters of the panel are from each other over one output, counted: `pairs[d]` pairs whose widest difference
 * is d steps (rounded up to whole ones). Plain data, kept up with each rating at the cost of the other ratings of its
 * outputs.
 */
export type DifferenceTally = { pairs: number[]; outputs: number }

export const emptyTally: DifferenceTally = { pairs: [], outputs: 0 }

/** One more rating of an output that the others have rated before; with `by` −1 one that stops counting. */
export function afterOutputRating(
  tally: DifferenceTally,
  rating: { scores: OutputScores; others: readonly OutputScores[]; by?: 1 | -1 },
  criteria: readonly LotCriterion[],
): DifferenceTally {
  const { scores, others, by = 1 } = rating
  const pairs = [...tally.pairs]
  for (const other of others) {
    const steps = widestDifference(scores, other, criteria)
    if (steps === null) continue
    const place = Math.ceil(steps - 1e-9)
    while (pairs.length <= place) pairs.push(0)
    pairs[place] = (pairs[place] ?? 0) + by
  }
  // The second rating of an output is the one that makes its first pair.
  return { pairs, outputs: tally.outputs + (others.length === 1 ? by : 0) }
}

export type PairDifference = {
  /** Share of pairs further apart than the tolerance, 0 … 1; null without a pair. */
  rate: number | null
  low: number
  high: number
  pairs: number
}

/**
 * The panel's own rate of differences beyond a tolerance: what an inspector who is no better and no worse than the panel
 * would call an error among honest ratings. The interval is Wilson's for as many trials as there are outputs, as pairs of
 * one output hang together.
 */
export function pairDifference(tally: DifferenceTally, toleranceSteps: number): PairDifference {
  const pairs = tally.pairs.reduce((sum, count) => sum + count, 0)
  if (pairs === 0) return { rate: null, low: 0, high: 1, pairs }
  const beyond = tally.pairs.reduce(
    (sum, count, steps) => sum + (isBeyond(steps, toleranceSteps) ? count : 0),
    0,
  )
  const rate = beyond / pairs
  const n = Math.max(1, Math.min(tally.outputs, pairs))
  const [low, high] = wilsonInterval(rate * n, n)
  return { rate, low, high, pairs }
}
