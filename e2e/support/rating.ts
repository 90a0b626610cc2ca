import { randomUUID } from 'node:crypto'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import type { RatingInput } from '@/lib/domain/rating/rating'

/** A complete rating with the same value in every cell. */
export function fullRating(task: BlindTask, value = 4): RatingInput {
  const cells = Object.fromEntries(task.rubric.criteria.map((each) => [each.id, value]))
  return {
    assignmentId: task.assignmentId,
    idempotencyKey: randomUUID(),
    scores: Object.fromEntries(task.outputs.map((output) => [output.label, cells])),
    comments: {},
    cannotJudge: {},
    dwellMs: 1000,
  }
}
