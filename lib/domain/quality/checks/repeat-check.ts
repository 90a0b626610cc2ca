import type { ScaledCriterion } from '@/lib/domain/quality/calibration/anchor'
import { calibrationStep } from '@/lib/domain/quality/calibration/calibration-step'
import { mean } from '@/lib/stats/descriptive/mean'
import type { Interval } from '@/lib/stats/figure'
import { wilsonInterval } from '@/lib/stats/intervals/wilson-interval'
import type { GivenScore } from './gold-check'
import { meanLimits, noMoments, withValue, type RunningMoments } from './running-moments'

/** What one repeat came to, over the cells that were scored both times; differences in calibration steps. */
export type RepeatOutcome = {
  cells: number
  same: number
  /** Cells at most one step apart. */
  near: number
  /** Mean of (second − first)², in squared steps. */
  squaredSteps: number
  /** Mean of second − first: what has shifted since. */
  shiftSteps: number
}

/** Compares a rater with the own earlier self. Null where no cell was scored both times. */
export function judgeRepeat(
  first: readonly GivenScore[],
  second: readonly GivenScore[],
  criteria: readonly ScaledCriterion[],
): RepeatOutcome | null {
  const differences = second.flatMap(({ outputId, criterionId, score }) => {
    const scale = criteria.find(({ id }) => id === criterionId)?.scale
    const before = first.find((each) => each.outputId === outputId && each.criterionId === criterionId)
    return scale && before ? [(score - before.score) / calibrationStep(scale)] : []
  })
  if (differences.length === 0) return null
  const within = (steps: number) => differences.filter((each) => Math.abs(each) <= steps + 1e-9).length
  return {
    cells: differences.length,
    same: within(0),
    near: within(1),
    squaredSteps: mean(differences.map((each) => each * each)),
    shiftSteps: mean(differences),
  }
}

/** A rater's repeats so far. A check counts as one: its cells hang together. */
export type RepeatState = { same: number; near: number; squared: RunningMoments; shift: RunningMoments }

export const noRepeats: RepeatState = { same: 0, near: 0, squared: noMoments, shift: noMoments }

export function withRepeat(state: RepeatState, outcome: RepeatOutcome): RepeatState {
  return {
    same: state.same + outcome.same / outcome.cells,
    near: state.near + outcome.near / outcome.cells,
    squared: withValue(state.squared, outcome.squaredSteps),
    shift: withValue(state.shift, outcome.shiftSteps),
  }
}

type Estimate = { value: number | null; limits: Interval | null }

export type RepeatStanding = {
  n: number
  same: Estimate
  near: Estimate
  /** Within-subject standard deviation √(mean squared difference / 2), Bland & Altman (1996); in calibration steps. */
  noiseSteps: Estimate
  shiftSteps: Estimate
}

/** Intra-rater consistency with 95 % intervals, each check as one trial. */
export function repeatStanding({ same, near, squared, shift }: RepeatState): RepeatStanding {
  const { n } = squared
  const noise = (square: number) => Math.sqrt(Math.max(0, square) / 2)
  const ofSquares = meanLimits(squared)
  const noiseLimits = ofSquares && { low: noise(ofSquares.low), high: noise(ofSquares.high) }
  return {
    n,
    same: shareOf(same, n),
    near: shareOf(near, n),
    noiseSteps: { value: n > 0 ? noise(squared.mean) : null, limits: noiseLimits },
    shiftSteps: { value: n > 0 ? shift.mean : null, limits: meanLimits(shift) },
  }
}

function shareOf(sum: number, n: number): Estimate {
  if (n === 0) return { value: null, limits: null }
  const [low, high] = wilsonInterval(Math.min(sum, n), n)
  return { value: sum / n, limits: { low, high } }
}
