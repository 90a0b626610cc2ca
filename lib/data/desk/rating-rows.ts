import { createHash } from 'node:crypto'
import { labelOf } from '@/lib/domain/rating/blind-task'
import type { JudgedScore, RatingInput } from '@/lib/domain/rating/rating'
import type { KnownRubric } from './rubrics'
import type { RatingRows } from './write-sql'

type Shown = { outputIds: string[]; rubric: KnownRubric }

/** What a rating writes: labels become outputs, in the order in which this assignment showed them. */
export function ratingRows(
  scores: JudgedScore[],
  { outputIds, rubric }: Shown,
  input: RatingInput,
): RatingRows {
  const byLabel = new Map(outputIds.map((id, index) => [labelOf(index), id]))
  const rows = scores.map((each) => ({
    outputId: byLabel.get(each.label) ?? '',
    criterionId: rubric.criterionIds.get(each.criterion) ?? '',
    value: each.value,
  }))
  return {
    outputIds: rows.map((each) => each.outputId),
    criterionIds: rows.map((each) => each.criterionId),
    values: rows.map((each) => each.value),
    comments: input.comments,
    cannotJudge: input.cannotJudge,
    reopen: Object.keys(input.cannotJudge).flatMap((label) => byLabel.get(label) ?? []),
    guess: input.guess ?? null,
    dwellMs: input.dwellMs,
  }
}

/** The same body gives the same hash, whatever the order of its keys. */
export function bodyHashOf(input: RatingInput): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(input, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return new Uint8Array(createHash('sha256').update(text).digest())
}

export function isSameBody(hash: Uint8Array, saved: Uint8Array): boolean {
  return Buffer.from(hash).equals(saved)
}
