import type { MonitorAction } from '@/lib/domain/quality/monitors/judge-monitors'
import type { ComparedCell } from '@/lib/domain/quality/monitors/monitor-event'
import { monitorState, type MonitorState } from '@/lib/domain/quality/monitors/monitor-state'
import { Prisma } from '@/lib/data/generated/client'

/** Steps that rules have taken since the monitors were started. */
export type Taken = Pick<MonitorAction, 'monitor' | 'step' | 'tasks'>

/** A rater as the monitors know them. */
export type Watched = {
  raterId: string
  /** Null before the first rating. */
  state: MonitorState | null
  /** Work from before is not told; with the enrolment, or a recalibration that was passed. */
  startedAt: string
  isActive: boolean
  taken: Taken[]
}

/** What the monitors of a rater were told last about an own assignment. */
export type Told = {
  /** Which of the rater's tasks it was, from 1. */
  task: number
  /** The comparison with the others; null before there was one. */
  cells: ComparedCell[] | null
  /** The revision whose scores count. */
  ratingId: string
}

/** The joins and columns of `watched` and `told`, for an assignment `a` with its enrolment `e`. */
export const watchedJoins = Prisma.sql`
  LEFT JOIN monitor m ON m.study_id = a.study_id AND m.rater_id = a.rater_id
  LEFT JOIN monitor_told told ON told.assignment_id = a.id`
export const watchedSql = Prisma.sql`json_build_object('raterId', a.rater_id, 'state', m.state - 'shown',
  'startedAt', coalesce(m.started_at, e.created_at), 'isActive', e.state = 'active',
  'taken', coalesce((
    SELECT json_agg(json_build_object('monitor', d.monitor, 'step', d.step, 'tasks', d.tasks) ORDER BY d.sequence)
    FROM monitor_action d WHERE d.study_id = a.study_id AND d.rater_id = a.rater_id AND d.at >= m.started_at), '[]'))`
export const toldSql = Prisma.sql`CASE WHEN told.assignment_id IS NOT NULL THEN
  json_build_object('task', told.task, 'cells', told.cells, 'ratingId', told.rating_id) END`

export function parsedWatched(row: Watched): Watched {
  return { ...row, state: row.state === null ? null : monitorState.parse(row.state) }
}
