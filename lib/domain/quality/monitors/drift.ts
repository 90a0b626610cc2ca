import { z } from 'zod'
import { normalQuantile } from '@/lib/stats/distributions/normal-quantile'
import { FEWEST_TASKS } from './normal-mixture'
import { nothingYet, type Looking, type Reading } from './signal'

/** What is left of a task's weight when the rater did another, for a quick and a slow mean: λ = 0.05 and 0.02. */
const KEPT = [0.95, 0.98] as const
/** The risk is spent over looks so that half of it is left after this many tasks. */
const HALF_SPENT_AT = 150

/** Sums over compared tasks of their mean residual r, plain and weighed by how recent they are (age in own tasks). */
export const drift = z.object({
  n: z.number(),
  sum: z.number(),
  sumSquares: z.number(),
  /** For the quick and the slow mean: Σ weight · r, Σ weight, Σ weight². */
  recent: z.array(z.object({ sum: z.number(), weight: z.number(), weightSquares: z.number() })),
})
export type Drift = z.infer<typeof drift>
type Recent = Drift['recent'][number]

export const noDrift = (): Drift => ({
  n: 0,
  sum: 0,
  sumSquares: 0,
  recent: KEPT.map(() => ({ sum: 0, weight: 0, weightSquares: 0 })),
})

/** The rater did one more task: all earlier ones are a task older. */
export function aged(before: Drift): Drift {
  const older = ({ sum, weight, weightSquares }: Recent, kept: number): Recent => ({
    sum: sum * kept,
    weight: weight * kept,
    weightSquares: weightSquares * kept * kept,
  })
  return { ...before, recent: before.recent.map((one, at) => older(one, KEPT[at] ?? 0)) }
}

/**
 * With the residual of the task that is `age` own tasks old. A task that others rate late counts with the weight that it
 * has by now, so that the order in which comparisons come in does not matter; `sign` −1 takes one out again.
 */
export function withResidual(before: Drift, task: { residual: number; age: number }, sign: 1 | -1): Drift {
  const { residual, age } = task
  return {
    n: before.n + sign,
    sum: before.sum + sign * residual,
    sumSquares: before.sumSquares + sign * residual * residual,
    recent: before.recent.map(({ sum, weight, weightSquares }, at) => {
      const own = (KEPT[at] ?? 0) ** age
      return {
        sum: sum + sign * own * residual,
        weight: weight + sign * own,
        weightSquares: weightSquares + sign * own * own,
      }
    }),
  }
}

/**
 * How far a rater's severity has lately moved, grades: the exponentially weighted mean of the residuals (Roberts 1959;
 * Lucas & Saccucci 1990) less the mean of what came before, weighed by 1 − the same weights. With that complement for a
 * baseline nothing has to be known beforehand, and what has drifted does not enter what it is held against. Of a quick
 * mean, which finds a jump, and a slow one, which finds a creep, the reading is the one that says more.
 *
 * The interval is normal at each look, its variance that within recent and earlier. Looks after n tasks spend the share
 * N / ((n + N − 1)(n + N)) of the risk; the shares add up to 1 (Bonferroni over looks, as in alpha spending: Lan & DeMets
 * 1983), so that it holds under continuous looking.
 */
export function driftOf(state: Drift, { risk }: Looking): Reading {
  const { n } = state
  const spent = HALF_SPENT_AT / ((n + HALF_SPENT_AT - 1) * (n + HALF_SPENT_AT))
  const contrasts = state.recent.flatMap((recent) => contrastOf(state, recent) ?? [])
  const [quick] = contrasts
  if (quick === undefined) return nothingYet(n)
  if (n < 2 * FEWEST_TASKS) return { value: quick.value, n, interval: null }
  const quantile = -normalQuantile((risk * spent) / 2 / contrasts.length)
  const most = contrasts.reduce((one, other) => (clear(other, quantile) > clear(one, quantile) ? other : one))
  const half = quantile * most.error
  return { value: most.value, n, interval: { low: most.value - half, high: most.value + half } }
}

type Contrast = { value: number; error: number }

/** By how much the interval stays clear of 0. */
const clear = ({ value, error }: Contrast, quantile: number) => Math.abs(value) - quantile * error

function contrastOf({ n, sum, sumSquares }: Drift, recent: Recent): Contrast | null {
  const { weight, weightSquares } = recent
  const earlierWeight = n - weight
  if (n < 3 || weight < 1 || earlierWeight < 1) return null
  const [now, earlier] = [recent.sum / weight, (sum - recent.sum) / earlierWeight]
  const variance = (sumSquares - weight * now * now - earlierWeight * earlier * earlier) / (n - 2)
  const share =
    weightSquares / weight ** 2 -
    (2 * (weight - weightSquares)) / (weight * earlierWeight) +
    (n - 2 * weight + weightSquares) / earlierWeight ** 2
  return { value: now - earlier, error: Math.sqrt(Math.max(0, variance * share)) }
}
