import type { ScaleShape } from '@/lib/domain/study/scale'

/** A criterion as far as differences on it need it. */
export type LotCriterion = { id: string; scale: ScaleShape }

/** Scores of one output by criterion; a criterion that was not scored has no entry. */
export type OutputScores = Readonly<Record<string, number>>

/** What names a unit of a lot: one output's rating. */
export type UnitId = { ratingId: string; outputId: string }

/** A unit of a lot with what was said, before anything is drawn. */
export type LotUnit = UnitId & { taskId: string; scores: OutputScores }

/** One text per unit, for looking it up. */
export function unitKey({ ratingId, outputId }: UnitId): string {
  return `${ratingId} ${outputId}`
}
