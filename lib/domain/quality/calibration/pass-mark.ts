import type { CalibrationRules } from './calibration-rules'

export type PassMark = Pick<CalibrationRules, 'inside_band' | 'bias_steps'>

/** Cells that must lie inside their bands, of so many. */
export function neededInside(cells: number, { inside_band }: PassMark): number {
  return Math.ceil(inside_band * cells - 1e-9)
}

/** Inside the band on the share that is asked, and no further from the experts on average than allowed; both. */
export function isPassed(
  { cells, inside, biasSteps }: { cells: number; inside: number; biasSteps: number },
  mark: PassMark,
): boolean {
  return inside >= neededInside(cells, mark) && Math.abs(biasSteps) <= mark.bias_steps + 1e-9
}
