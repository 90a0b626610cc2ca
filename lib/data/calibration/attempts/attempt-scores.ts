import type { AttemptScores } from '@/lib/domain/quality/calibration/score-attempt'
import type { Db, Transaction } from '@/lib/data/db'
import type { KeptAnchor } from '@/lib/data/calibration/anchors/anchor-rows'
import type { Who } from './kept-state'

type Row = { taskId: string; outputId: string; criterion: string; value: number }

/** What a rater scored in an attempt, by anchor and criterion. */
export async function attemptScores(
  at: Db | Transaction,
  { studyId, raterId }: Who,
  attempt: { slot: number; anchors: KeptAnchor[] },
): Promise<AttemptScores> {
  const rows = await at.$queryRaw<Row[]>`
    SELECT a.task_id AS "taskId", s.output_id AS "outputId", c.key AS criterion, s.value
    FROM assignment a JOIN rating r ON r.assignment_id = a.id JOIN score s ON s.rating_id = r.id JOIN criterion c ON c.id = s.criterion_id
    WHERE a.study_id = ${studyId}::uuid AND a.rater_id = ${raterId}::uuid AND a.kind = 'calibration'
      AND a.slot = ${attempt.slot}::int AND a.status = 'submitted'`
  return Object.fromEntries(
    attempt.anchors.map(({ id, taskId, outputId }) => {
      const own = rows.filter((row) => row.taskId === taskId && row.outputId === outputId)
      return [id, Object.fromEntries(own.map(({ criterion, value }) => [criterion, value]))]
    }),
  )
}
