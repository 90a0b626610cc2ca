import type { Inspector } from '@/lib/domain/people/actor'
import type { Transaction } from '@/lib/data/db'

/** What an inspector says about outputs of one task, alone. */
export type Inspection = {
  /** What it is about, and the versions by which it was judged. */
  of: { studyId: string; taskId: string; rubricId: string; protocolId: string }
  /** Outputs in the order of their labels, with their places in the task. */
  outputs: readonly { id: string; position: number }[]
  scores: readonly { outputId: string; criterionId: string; value: number }[]
  /** Label → reason. */
  cannotJudge?: Record<string, string>
  /** Null where nobody knows how long it took. */
  dwellMs: number | null
}

/**
 * Keeps what an inspector says like any rating, as an assignment of its own kind that is over at once and counts for no
 * score, so that nobody can change it later.
 */
export async function writeInspection(
  tx: Transaction,
  inspector: Inspector,
  { of, outputs, scores, cannotJudge = {}, dwellMs }: Inspection,
): Promise<{ assignmentId: string; ratingId: string }> {
  const scope = outputs.map(({ id }) => id)
  const labelOrder = outputs.map(({ position }) => position)
  const over = { kind: 'inspection', status: 'submitted', slot: 1, endedAt: new Date() } as const
  const { id: assignmentId } = await tx.assignment.create({
    data: { ...of, ...over, raterId: inspector.id, scope, labelOrder },
    select: { id: true },
  })
  const { id: ratingId } = await tx.rating.create({
    data: { assignmentId, dwellMs, cannotJudge },
    select: { id: true },
  })
  await tx.score.createMany({ data: scores.map((score) => ({ ...score, ratingId })) })
  return { assignmentId, ratingId }
}
