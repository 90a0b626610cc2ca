/**
 * Arithmetic of a scale, apart from the schemas: the desk runs it in the browser, where a schema library has no place.
 */
export type ScaleShape = { min: number; max: number; step: number }

/** The scale's values from lowest to highest. */
export function scaleValues(one: ScaleShape): number[] {
  const steps = Math.round((one.max - one.min) / one.step)
  return Array.from({ length: steps + 1 }, (_, index) => Number((one.min + index * one.step).toPrecision(12)))
}

export function isOnScale(value: number, one: ScaleShape): boolean {
  if (!Number.isFinite(value) || value < one.min || value > one.max) return false
  const steps = (value - one.min) / one.step
  return Math.abs(steps - Math.round(steps)) < 1e-6
}
