import type { Rater } from '@/lib/domain/people/actor'
import type { BlindTask, Progress } from '@/lib/domain/rating/blind-task'
import { UserError } from '@/lib/domain/user-error'
import { db } from '@/lib/data/db'
import { deskQuery } from '@/lib/data/desk-query'
import { Prisma } from '@/lib/data/generated/client'
import { retryRaces } from '@/lib/data/retry'
import { blindTask, type BlindRow } from './blind-tasks'
import { blindTaskSql, claimParts } from './claim-sql'

export type Claimed = { task: BlindTask | null; tasks: BlindTask[]; progress: Progress }

type Seat = { hold: number; held: number; done: number; tasks: number; state: string }

/**
 * The leases this rater holds, filled up to `hold` (1 to 6) with new ones. `task` is the oldest of them, null when
 * nothing is left for this rater.
 */
export async function claimTasks(rater: Rater, slug: string, hold: number): Promise<Claimed> {
  const seat = await seatOf(rater, slug, hold)
  if (seat.state !== 'open' && seat.state !== 'paused') throw new UserError('closed', 'This study is closed.')
  if (seat.held < hold && seat.state === 'open') await leaseMore(rater, slug, hold - seat.held)
  const tasks = await heldTasks(rater, slug)
  return { task: tasks[0] ?? null, tasks, progress: progressOf(seat, tasks.length > 0) }
}

/** How far this rater is; `left` is the most that may still come, since others work along the same line. */
export function progressOf(seat: { done: number; tasks: number }, more: boolean): Progress {
  return { done: seat.done, left: more ? Math.max(1, seat.tasks - seat.done) : 0 }
}

async function seatOf(rater: Rater, slug: string, hold: number): Promise<Seat> {
  const [seat] = await deskQuery<Seat>(Prisma.sql`
    WITH seat AS (
      UPDATE enrolment e SET hold = ${hold}::smallint FROM study st
      WHERE st.slug = ${slug} AND e.study_id = st.id AND e.rater_id = ${rater.id}::uuid AND e.state <> 'excluded'
      RETURNING e.study_id, e.hold, e.done, st.state, st.current_round_id)
    SELECT seat.hold::int, seat.done, seat.state::text,
      (SELECT count(*)::int FROM assignment a WHERE a.rater_id = ${rater.id}::uuid AND a.study_id = seat.study_id
        AND a.status = 'leased' AND a.lease_until > now()) AS held,
      (SELECT r.task_count FROM round r WHERE r.id = seat.current_round_id) AS tasks
    FROM seat`)
  if (!seat) throw new UserError('not_found', 'No such study.')
  return seat
}

/** Walks on from the rater's cursor; where that finds nothing, once more from the start of the line. */
export async function leaseMore(rater: Rater, slug: string, limit: number): Promise<void> {
  for (const fromStart of [false, true]) {
    const walked = Prisma.sql`
      WITH ${claimParts(rater.id, slug, { limit, fromStart })}
      UPDATE enrolment e SET cursor = (SELECT max(shuffle_key) FROM chosen) FROM seat
      WHERE e.study_id = seat.study_id AND e.rater_id = ${rater.id}::uuid AND EXISTS (SELECT FROM leased)
      RETURNING e.cursor`
    const [moved] = await retryRaces(() => deskQuery<{ cursor: string }>(walked))
    if (moved) return
  }
}

/** Live leases of this rater in this study, oldest first. */
export async function heldTasks(rater: Rater, slug: string, limit = 6): Promise<BlindTask[]> {
  const rows = await deskQuery<BlindRow>(Prisma.sql`
    WITH shown AS (
      SELECT a.id, a.task_id, a.rubric_id, a.label_order, a.lease_until, a.turn
      FROM assignment a JOIN study st ON st.id = a.study_id AND st.slug = ${slug}
      WHERE a.rater_id = ${rater.id}::uuid AND a.status = 'leased' AND a.lease_until > now()
      ORDER BY a.turn LIMIT ${limit}::int)
    ${blindTaskSql}`)
  return Promise.all(rows.map(blindTask))
}

/** A fresh lease for a task that is still this rater's. */
export async function extendLease(rater: Rater, slug: string, assignmentId: string): Promise<{ leaseUntil: string }> {
  const [row] = await deskQuery<{ leaseUntil: Date }>(Prisma.sql`
    UPDATE assignment a SET lease_until = now() + make_interval(secs => p.lease_seconds)
    FROM study st, protocol p
    WHERE a.id = ${assignmentId}::uuid AND a.rater_id = ${rater.id}::uuid AND a.status = 'leased'
      AND st.id = a.study_id AND st.slug = ${slug} AND st.state IN ('open', 'paused') AND p.id = a.protocol_id
    RETURNING a.lease_until AS "leaseUntil"`)
  if (row) return { leaseUntil: row.leaseUntil.toISOString() }
  const own = await db.assignment.count({ where: { id: assignmentId, raterId: rater.id, study: { slug } } })
  if (own === 0) throw new UserError('not_found', 'No such task.')
  throw new UserError('lease_lost', 'This task went back to the pool.')
}

