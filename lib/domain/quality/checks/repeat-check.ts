import type { ScaledCriterion } from '@/lib/domain/quality/calibration/anchor'
import { calibrationStep } from '@/lib/domain/quality/calibration/calibration-step'
import { mean } from '@/lib/stats/descriptive/mean'
import type { GivenScore } from './gold-check'

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
