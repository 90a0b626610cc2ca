import { scaleValues, type ScaleShape } from '@/lib/domain/study/scale'

/**
 * What "one step" means in calibration and gold checks, in units of the scale: the scale's own step on scales of up to
 * five levels, a quarter of the range on finer ones. On a hundred marks an honest rater is never within one mark.
 */
export function calibrationStep(scale: ScaleShape): number {
  return Math.max(scale.step, (scale.max - scale.min) / 4)
}

/**
 * Scale values that a band reaches beyond the agreed score on either side: one calibration step in whole scale steps.
 * On fewer than four levels it is 0: a band of ±1 would take the middle level for right at both ends.
 */
export function bandReach(scale: ScaleShape): number {
  if (scaleValues(scale).length < 4) return 0
  return Math.floor(calibrationStep(scale) / scale.step + 1e-9)
}
