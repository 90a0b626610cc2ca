import { isInside } from '@/lib/domain/quality/calibration/accepted-band'
import type { AnchorCell, ScaledCriterion } from '@/lib/domain/quality/calibration/anchor'
import { calibrationStep } from '@/lib/domain/quality/calibration/calibration-step'
import { mean } from '@/lib/stats/descriptive/mean'
import type { Interval } from '@/lib/stats/figure'
import { wilsonInterval } from '@/lib/stats/intervals/wilson-interval'
import { meanLimits, noMoments, withValue, type RunningMoments } from './running-moments'

/** What is expected of one output × one criterion. */
export type ExpectedCell = Pick<AnchorCell, 'criterionId' | 'agreed' | 'band'> & { outputId: string }

/** One score that was given. */
export type GivenScore = { outputId: string; criterionId: string; score: number }

/** What one gold check came to, over the cells that were scored. Differences are score − agreed, in calibration steps. */
export type GoldOutcome = {
  cells: number
  inside: number
  /** Mean difference; above 0 = more lenient than the experts. */
  biasSteps: number
  /** Mean absolute difference. */
  errorSteps: number
}

/** Band and bias, no exact match: the scale is ordinal. Null where no expected cell was scored. */
export function judgeGold(
  expected: readonly ExpectedCell[],
  given: readonly GivenScore[],
  criteria: readonly ScaledCriterion[],
): GoldOutcome | null {
  const compared = expected.flatMap((cell) => {
    const { outputId, criterionId, agreed, band } = cell
    const scale = criteria.find(({ id }) => id === criterionId)?.scale
    const score = given.find((each) => each.outputId === outputId && each.criterionId === criterionId)?.score
    if (!scale || score === undefined) return []
    return [{ inside: isInside(score, band), difference: (score - agreed) / calibrationStep(scale) }]
  })
  if (compared.length === 0) return null
  return {
    cells: compared.length,
    inside: compared.filter(({ inside }) => inside).length,
    biasSteps: mean(compared.map(({ difference }) => difference)),
    errorSteps: mean(compared.map(({ difference }) => Math.abs(difference))),
  }
}

/** A rater's gold checks so far. A check counts as one: its cells hang together. */
export type GoldState = { inside: number; bias: RunningMoments; error: RunningMoments }

export const noGold: GoldState = { inside: 0, bias: noMoments, error: noMoments }

export function withGold(state: GoldState, outcome: GoldOutcome): GoldState {
  return {
    inside: state.inside + outcome.inside / outcome.cells,
    bias: withValue(state.bias, outcome.biasSteps),
    error: withValue(state.error, outcome.errorSteps),
  }
}

type Estimate = { value: number | null; limits: Interval | null }

export type GoldStanding = { n: number; insideBand: Estimate; biasSteps: Estimate; errorSteps: Estimate }

/** Shares and means over checks with 95 % intervals: Wilson's with each check as one trial, Student's for the means. */
export function goldStanding({ inside, bias, error }: GoldState): GoldStanding {
  const { n } = bias
  const value = (x: number) => (n > 0 ? x : null)
  const [low, high] = wilsonInterval(Math.min(inside, n), n)
  return {
    n,
    insideBand: { value: value(inside / n), limits: n > 0 ? { low, high } : null },
    biasSteps: { value: value(bias.mean), limits: meanLimits(bias) },
    errorSteps: { value: value(error.mean), limits: meanLimits(error) },
  }
}
