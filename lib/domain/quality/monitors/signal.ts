import type { Interval } from '@/lib/stats/figure'
import type { MonitorName } from './monitor-name'
import type { Moments } from './moments'
import { varianceAlong } from './moments'
import { FEWEST_TASKS, mixtureHalfWidth } from './normal-mixture'

/** How sure an interval is: 1 − the probability of ever, at any look, missing what it is about. */
export type Looking = { risk: number }

/** A figure of one rater with an interval that holds under continuous looking. */
export type Reading = {
  /** Null where it does not exist yet. */
  value: number | null
  /** Independent units behind it, tasks unless the monitor says otherwise. */
  n: number
  /** Null while there is too little to tell. */
  interval: Interval | null
}

export type Signal = Reading & {
  monitor: MonitorName
  /** The same at the level of the study's rule, wider: what lies outside is as good as sure. */
  surely: Interval | null
}

export const nothingYet = (n: number): Reading => ({ value: null, n, interval: null })

/** A smooth figure of means, by the delta method. */
export function readingOf(
  moments: Moments,
  figure: { value: number; gradient: readonly number[] },
  { risk }: Looking,
): Reading {
  const { n } = moments
  const { value, gradient } = figure
  if (n < FEWEST_TASKS) return { value, n, interval: null }
  const half = mixtureHalfWidth(n, Math.sqrt(varianceAlong(moments, gradient)), risk)
  return { value, n, interval: { low: value - half, high: value + half } }
}

/** The same reading in another unit: `change` never falls. */
export function inUnit(reading: Reading, change: (value: number) => number): Reading {
  const { value, n, interval } = reading
  return {
    value: value === null ? null : change(value),
    n,
    interval: interval && { low: change(interval.low), high: change(interval.high) },
  }
}
