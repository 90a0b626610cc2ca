import type { BlindTask } from '@/lib/domain/rating/blind-task'

/** The task without levels that ask for a comment: an inspector's comment goes nowhere. */
export function scoresOnly(task: BlindTask): BlindTask {
  const criteria = task.rubric.criteria.map((criterion) => ({
    ...criterion,
    scale: {
      ...criterion.scale,
      levels: criterion.scale.levels.map(({ comment_required: _, ...level }) => level),
    },
  }))
  return { ...task, rubric: { ...task.rubric, criteria } }
}
