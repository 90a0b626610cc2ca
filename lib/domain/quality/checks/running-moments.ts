import { studentTQuantile } from '@/lib/stats/distributions/student-t-quantile'
import type { Interval } from '@/lib/stats/figure'

/** Count, mean and sum of squared deviations, kept up value by value (Welford 1962); plain data. */
export type RunningMoments = { n: number; mean: number; squares: number }

export const noMoments: RunningMoments = { n: 0, mean: 0, squares: 0 }

export function withValue({ n, mean, squares }: RunningMoments, value: number): RunningMoments {
  const next = mean + (value - mean) / (n + 1)
  return { n: n + 1, mean: next, squares: squares + (value - mean) * (value - next) }
}

/** Student's interval of the mean; null with fewer than two values. */
export function meanLimits({ n, mean, squares }: RunningMoments, level = 0.95): Interval | null {
  if (n < 2) return null
  const half = studentTQuantile((1 + level) / 2, n - 1) * Math.sqrt(squares / (n - 1) / n)
  return { low: mean - half, high: mean + half }
}
