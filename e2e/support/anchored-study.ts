import type { Inspector, Rater } from '@/lib/domain/people/actor'
import type { AnchorCell } from '@/lib/domain/quality/calibration/anchor'
import type { BlindTask } from '@/lib/domain/rating/blind-task'
import { labelOf } from '@/lib/domain/rating/blind-task'
import type { RatingInput } from '@/lib/domain/rating/rating'
import { anchorTasks } from '@/lib/data/calibration/anchors/anchor-tasks'
import { makeAnchors } from '@/lib/data/calibration/anchors/make-anchors'
import { db } from '@/lib/data/db'
import { fullRating } from './rating'

/** Ten anchors an attempt, so that few tasks suffice. */
export const shortCalibration = { anchors: 10, attempts: 2 }

/** Makes anchors of all outputs of so many tasks: at both ends of the scale, and every output at another for style. */
export async function anchorTasksOf(inspector: Inspector, slug: string, count: number): Promise<string[]> {
  const taskIds: string[] = []
  let cursor: string | null = null
  do {
    const page = await anchorTasks(inspector, slug, cursor)
    for (const { taskId, task, anchors } of page.tasks) {
      if (taskIds.length === count) return taskIds
      if (Object.keys(anchors).length > 0) continue
      const at = taskIds.length
      const outputs = Object.fromEntries(
        task.outputs.map(({ label }, place) => [label, cellsAt((at + place) % 2 === 0, at % 3 === 0)]),
      )
      await makeAnchors(inspector, slug, { taskId, rubricVersion: task.rubric.version, outputs })
      taskIds.push(taskId)
    }
    cursor = page.next
  } while (cursor !== null)
  return taskIds
}

function cellsAt(isHigh: boolean, isSplit: boolean) {
  const reason = { zh: '理由', en: 'Because' }
  const at = (high: boolean) => ({ scores: high ? [5, 5] : [1, 1], reason })
  return { accuracy: at(isHigh), style: at(isSplit ? !isHigh : isHigh) }
}

/** A rating of a calibration as the experts have it; `off` scores at the other end of the scale. */
export async function expertRating(task: BlindTask, off = false): Promise<RatingInput> {
  const rows = await db.$queryRaw<{ place: number; cells: AnchorCell[] }[]>`
    SELECT array_position(a.label_order, x.position)::int AS place, an.cells FROM assignment a
    JOIN task_output x ON x.task_id = a.task_id
    JOIN anchor an ON an.output_id = x.output_id AND an.retired_at IS NULL AND an.rubric_id = a.rubric_id
    WHERE a.id = ${task.assignmentId}::uuid`
  const scores = Object.fromEntries(
    rows.map(({ place, cells }) => [
      labelOf(place - 1),
      Object.fromEntries(cells.map(({ criterionId, agreed }) => [criterionId, off ? 6 - agreed : agreed])),
    ]),
  )
  const rating = fullRating(task)
  return { ...rating, scores: { ...rating.scores, ...scores } }
}

export async function enrolmentState(studyId: string, rater: Rater): Promise<string> {
  const where = { studyId_raterId: { studyId, raterId: rater.id } }
  return (await db.enrolment.findUniqueOrThrow({ where, select: { state: true } })).state
}
