import { isInside } from '@/lib/domain/quality/calibration/accepted-band'
import type { AnchorCell, ScaledCriterion } from '@/lib/domain/quality/calibration/anchor'
import { calibrationStep } from '@/lib/domain/quality/calibration/calibration-step'
import { mean } from '@/lib/stats/descriptive/mean'

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
