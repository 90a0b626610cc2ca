import { db } from '@/lib/data/db'

export type Task = { id: string; outputs: { outputId: string; position: number }[] }

export type WrittenRating = {
  task: Task
  /** Which rater of the study, from 0. */
  who: number
  kind: 'live' | 'check'
  /** By output, then accuracy and style. */
  scores: [number, number][]
  revision?: number
  /** An assignment that is there already: the rating is a correction. */
  assignmentId?: string
}

type Place = {
  raters: { id: string }[]
  pins: { studyId: string; rubricId: string; protocolId: string }
  criteria: { id: string }[]
}

/** A rating by direct rows, as the desk writes it. */
export async function writeRating(
  { raters, pins, criteria }: Place,
  { task, who, kind, scores, revision = 1, assignmentId }: WrittenRating,
  check?: object,
): Promise<{ assignmentId: string; ratingId: string }> {
  const made = await db.assignment.upsert({
    where: { id: assignmentId ?? '00000000-0000-4000-8000-000000000000' },
    update: {},
    create: {
      ...pins,
      taskId: task.id,
      raterId: raters[who]?.id ?? '',
      kind,
      slot: who + 1,
      status: 'submitted',
      labelOrder: [1, 0],
      endedAt: new Date(),
      ...(check ? { check: { create: { expected: {}, ...check } as never } } : {}),
    },
  })
  const cells = scores.flatMap((values, at) =>
    values.map((value, which) => ({
      value,
      outputId: task.outputs[at]?.outputId ?? '',
      criterionId: criteria[which]?.id ?? '',
    })),
  )
  const { id: ratingId } = await db.rating.create({
    data: { assignmentId: made.id, revision, dwellMs: 30_000, scores: { create: cells } },
  })
  return { assignmentId: made.id, ratingId }
}
