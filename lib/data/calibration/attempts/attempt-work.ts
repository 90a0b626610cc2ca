import type { Db, Transaction } from '@/lib/data/db'
import type { AssignmentStatus } from '@/lib/data/generated/enums'
import type { KeptAnchor } from '@/lib/data/calibration/anchors/anchor-rows'
import type { Who } from './kept-state'

/** The work of an attempt: its tasks in order, and what became of each. */
export type AttemptWork = {
  /** Tasks in the order in which they are shown. */
  taskIds: string[]
  /** Sent or handed back. */
  done: Set<string>
  /** Held at the moment. */
  held: Set<string>
}

type Row = { taskId: string; status: AssignmentStatus; runs: boolean }

/** A task that was handed back is done as well: what was not judged counts as outside the band. */
export async function attemptWork(
  at: Db | Transaction,
  { studyId, raterId }: Who,
  attempt: { slot: number; anchors: KeptAnchor[] },
): Promise<AttemptWork> {
  const rows = await at.$queryRaw<Row[]>`
    SELECT a.task_id AS "taskId", a.status::text, coalesce(a.lease_until > now(), false) AS runs FROM assignment a
    WHERE a.study_id = ${studyId}::uuid AND a.rater_id = ${raterId}::uuid AND a.kind = 'calibration' AND a.slot = ${attempt.slot}::int`
  const tasks = (kept: (row: Row) => boolean) => new Set(rows.filter(kept).map(({ taskId }) => taskId))
  const done = tasks(({ status }) => status === 'submitted' || status === 'skipped')
  return {
    taskIds: [...new Set(attempt.anchors.map(({ taskId }) => taskId))],
    done,
    held: tasks(({ status, runs, taskId }) => status === 'leased' && runs && !done.has(taskId)),
  }
}

export const leftIn = ({ taskIds, done }: AttemptWork) => taskIds.filter((taskId) => !done.has(taskId))

/** Progress of a calibration is that of the attempt under way. */
export function attemptProgress(work: AttemptWork): { done: number; left: number } {
  return { done: work.taskIds.length - leftIn(work).length, left: leftIn(work).length }
}
