import type { ScaleShape } from '@/lib/domain/study/scale'
import type { Anchor, AnchorCell, ScaledCriterion } from './anchor'

export type End = 'low' | 'high'
export const ends = ['low', 'high'] as const

/**
 * At which end of its scale an anchor lies: the end in whose half the whole band lies, so that the middle of the scale
 * is wrong there. Null in between.
 */
export function endOf({ band }: Pick<AnchorCell, 'band'>, scale: ScaleShape): End | null {
  const middle = (scale.min + scale.max) / 2
  if (band.high < middle - 1e-9) return 'low'
  return band.low > middle + 1e-9 ? 'high' : null
}

export type EndCount = { criterionId: string; end: End; count: number }

/** How many anchors lie at each end of each criterion. */
export function countEnds(anchors: readonly Anchor[], criteria: readonly ScaledCriterion[]): EndCount[] {
  return criteria.flatMap(({ id, scale }) =>
    ends.map((end) => ({
      criterionId: id,
      end,
      count: anchors.filter(({ cells }) =>
        cells.some((cell) => cell.criterionId === id && endOf(cell, scale) === end),
      ).length,
    })),
  )
}
