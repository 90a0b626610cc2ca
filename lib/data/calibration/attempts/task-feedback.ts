import type { Rater } from '@/lib/domain/people/actor'
import type { CalibrationState } from '@/lib/domain/quality/calibration/calibration-state'
import { scoreAttempt } from '@/lib/domain/quality/calibration/score-attempt'
import type { TaskFeedback } from '@/lib/domain/quality/views/calibration-view'
import { labelOf } from '@/lib/domain/rating/blind-task'
import { UserError } from '@/lib/domain/user-error'
import { db } from '@/lib/data/db'
import { blindTask, type BlindRow } from '@/lib/data/desk/blind-tasks'
import { blindTaskSql } from '@/lib/data/desk/claim-sql'
import { deskQuery } from '@/lib/data/desk-query'
import { Prisma } from '@/lib/data/generated/client'
import { rulesInForce } from '@/lib/data/quality/rules'
import { anchorsById } from '@/lib/data/calibration/anchors/anchor-rows'
import { attemptScores } from './attempt-scores'
import { attemptAt } from './kept-state'

type Sent = { studyId: string; taskId: string; slot: number; outputIds: string[] }

/** Own score, agreed score, band and reason of each cell, for a task of a calibration that this rater has sent. */
export async function taskFeedback(rater: Rater, slug: string, assignmentId: string): Promise<TaskFeedback> {
  const [sent] = await deskQuery<Sent>(Prisma.sql`
    SELECT a.study_id AS "studyId", a.task_id AS "taskId", a.slot::int, ARRAY(SELECT x.output_id FROM task_output x
      WHERE x.task_id = a.task_id ORDER BY array_position(a.label_order, x.position))::text[] AS "outputIds"
    FROM assignment a JOIN study st ON st.id = a.study_id AND st.slug = ${slug}
    JOIN enrolment e ON e.study_id = a.study_id AND e.rater_id = a.rater_id AND e.state <> 'excluded'
    WHERE a.id = ${assignmentId}::uuid AND a.rater_id = ${rater.id}::uuid AND a.kind = 'calibration' AND a.status = 'submitted'`)
  if (!sent)
    throw new UserError('not_found', 'There is no such task of a calibration, or it is not sent yet.')
  const task = await shownTask(rater, assignmentId)
  return { task, cells: await cellsOf(rater, sent, task.rubric.criteria) }
}

async function shownTask(rater: Rater, assignmentId: string): Promise<TaskFeedback['task']> {
  const [row] = await deskQuery<BlindRow>(Prisma.sql`
    WITH shown AS (
      SELECT a.id, a.task_id, a.rubric_id, a.label_order, a.lease_until, a.turn FROM assignment a
      WHERE a.id = ${assignmentId}::uuid AND a.rater_id = ${rater.id}::uuid)
    ${blindTaskSql}`)
  if (!row) throw new RangeError(`assignment ${assignmentId} has no task`)
  return blindTask(db, row)
}

async function cellsOf(
  rater: Rater,
  sent: Sent,
  criteria: TaskFeedback['task']['rubric']['criteria'],
): Promise<TaskFeedback['cells']> {
  const who = { studyId: sent.studyId, raterId: rater.id }
  const row = await db.calibration.findUniqueOrThrow({
    where: { studyId_raterId: who },
    select: { state: true },
  })
  const at = attemptAt(row.state as CalibrationState, sent.slot)
  const ids = at?.round.attempts[at.number - 1]?.anchorIds ?? []
  const drawn = await anchorsById(db, ids, at?.round.rubricVersion ?? 0)
  const anchors = drawn
    .filter(({ taskId }) => taskId === sent.taskId)
    .sort((a, b) => sent.outputIds.indexOf(a.outputId) - sent.outputIds.indexOf(b.outputId))
  const scores = await attemptScores(db, who, { slot: sent.slot, anchors })
  const { calibration: rules } = await rulesInForce(db, sent.studyId)
  const { feedback } = scoreAttempt(anchors, scores, { criteria, rules })
  return feedback.map(({ anchorId, ...cell }) => {
    const outputId = anchors.find(({ id }) => id === anchorId)?.outputId ?? ''
    return { label: labelOf(sent.outputIds.indexOf(outputId)), ...cell }
  })
}
