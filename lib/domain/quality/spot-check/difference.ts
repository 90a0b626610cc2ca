import type { LotCriterion, OutputScores } from './lot'

/** Binary fractions: 0.4 − 0.1 is three steps of 0.1. */
const grain = 1e-9

/** |a − b| in steps of the scale. */
export function stepsBetween(a: number, b: number, step: number): number {
  return Math.abs(a - b) / step
}

export function isBeyond(steps: number, tolerance: number): boolean {
  return steps > tolerance + grain
}

/**
 * The widest difference of two people over one output, in steps, over the criteria that both scored.
 * @returns null where they have no criterion in common
 */
export function widestDifference(
  one: OutputScores,
  other: OutputScores,
  criteria: readonly LotCriterion[],
): number | null {
  let widest: number | null = null
  for (const { id, scale } of criteria) {
    const [a, b] = [one[id], other[id]]
    if (a === undefined || b === undefined) continue
    widest = Math.max(widest ?? 0, stepsBetween(a, b, scale.step))
  }
  return widest
}
