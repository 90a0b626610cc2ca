import type { Rater } from '@/lib/domain/people/actor'
import type { BlindTask, Progress } from '@/lib/domain/rating/blind-task'
import type { ClosedBecause } from '@/lib/domain/rating/closed-because'
import { UserError } from '@/lib/domain/user-error'
import { beginOnArrival } from '@/lib/data/calibration/attempts/begin-on-arrival'
import { claimCalibration } from '@/lib/data/calibration/attempts/claim-calibration'
import { CALIBRATION_HOURS } from '@/lib/data/calibration/attempts/lease-attempt'
import type { Workload } from '@/lib/data/checks/check-rates'
import { db } from '@/lib/data/db'
import { deskQuery } from '@/lib/data/desk-query'
import { Prisma } from '@/lib/data/generated/client'
import { heldTasks } from './held-tasks'
import { leaseMore } from './lease-more'
import type { Loaded } from './load-sql'
import { progressOf, workloadSql } from './progress'
import { refuseIfOver } from './refusals'

export type Claimed = {
  task: BlindTask | null
  tasks: BlindTask[]
  progress: Progress
  /** Tasks of a calibration, which has a page of its own. */
  calibrates?: true
  /** Why there is none, where the rater may know. */
  because?: ClosedBecause
}

type Seat = Workload & {
  studyId: string
  state: string
  enrolment: string
  held: number
  done: number
  /** There are anchors, and no work is done yet or a repaired rubric wants another calibration. */
  arrives: boolean
}

/**
 * The leases this rater holds, filled up to `hold` (1 to 6) with new ones. `task` is the oldest of them, null when
 * nothing is left for this rater. Who has to calibrate gets the tasks of the attempt under way instead.
 */
export async function claimTasks(rater: Rater, slug: string, hold: number): Promise<Claimed> {
  const seat = await seatOf(rater, slug, hold)
  if (seat.state !== 'open' && seat.state !== 'paused')
    throw new UserError('closed', 'This study is closed.', { because: 'study_closed' })
  if (seat.enrolment === 'calibrating' || (seat.arrives && (await beginOnArrival(rater, seat.studyId)))) {
    const claimed = await claimCalibration(rater, slug, hold)
    return claimed ?? claimWork(rater, slug, { hold, seat: await seatOf(rater, slug, hold) })
  }
  return claimWork(rater, slug, { hold, seat })
}

/** Whoever is paused gets nothing, not even what is held: it could not be sent. */
async function claimWork(
  rater: Rater,
  slug: string,
  { hold, seat }: { hold: number; seat: Seat },
): Promise<Claimed> {
  if (seat.enrolment === 'paused')
    return { task: null, tasks: [], progress: progressOf(seat, false), because: 'rater_paused' }
  if (seat.held < hold && seat.state === 'open' && seat.enrolment === 'active') {
    await leaseMore(rater, slug, { limit: hold - seat.held, checks: seat.checks })
  }
  const tasks = await heldTasks(rater, slug)
  return { task: tasks[0] ?? null, tasks, progress: progressOf(seat, tasks.length > 0) }
}

async function seatOf(rater: Rater, slug: string, hold: number): Promise<Seat> {
  const [seat] = await deskQuery<Seat>(Prisma.sql`
    WITH e AS (
      UPDATE enrolment each SET hold = ${hold}::smallint FROM study st
      WHERE st.slug = ${slug} AND each.study_id = st.id AND each.rater_id = ${rater.id}::uuid AND each.state <> 'excluded'
      RETURNING each.*)
    SELECT st.id AS "studyId", st.state::text, e.state::text AS enrolment, ${workloadSql},
      (SELECT count(*)::int FROM assignment a WHERE a.rater_id = e.rater_id AND a.study_id = e.study_id
        AND a.status = 'leased' AND a.lease_until > now() AND a.kind <> 'calibration') AS held,
      (e.state = 'active'
        AND (e.done = 0 OR EXISTS (SELECT FROM calibration c WHERE c.study_id = st.id AND c.rater_id = e.rater_id AND c.state ? 'wanted'))
        AND EXISTS (SELECT FROM anchor an WHERE an.study_id = st.id AND an.rubric_id = st.current_rubric_id
          AND an.retired_at IS NULL)) AS arrives
    FROM e JOIN study st ON st.id = e.study_id
    LEFT JOIN round r ON r.id = st.current_round_id LEFT JOIN protocol p ON p.id = st.current_protocol_id`)
  if (!seat) throw new UserError('not_found', 'No such study.')
  return seat
}

/** A fresh lease for a task that is still this rater's, and could be sent: whoever is paused holds nothing for ever. */
export async function extendLease(
  rater: Rater,
  slug: string,
  assignmentId: string,
): Promise<{ leaseUntil: string }> {
  const [row] = await deskQuery<{ leaseUntil: Date }>(Prisma.sql`
    UPDATE assignment a SET lease_until = now() + CASE a.kind WHEN 'calibration'
      THEN make_interval(hours => ${CALIBRATION_HOURS}::int) ELSE make_interval(secs => p.lease_seconds) END
    FROM study st, protocol p
    WHERE a.id = ${assignmentId}::uuid AND a.rater_id = ${rater.id}::uuid AND a.status = 'leased'
      AND st.id = a.study_id AND st.slug = ${slug} AND st.state IN ('open', 'paused') AND p.id = a.protocol_id
      AND EXISTS (SELECT FROM enrolment e WHERE e.study_id = a.study_id AND e.rater_id = a.rater_id
        AND e.state = CASE a.kind WHEN 'calibration' THEN 'calibrating'::enrolment_state ELSE 'active' END)
    RETURNING a.lease_until AS "leaseUntil"`)
  if (row) return { leaseUntil: row.leaseUntil.toISOString() }
  const [own] = await db.$queryRaw<Pick<Loaded, 'kind' | 'status' | 'state' | 'enrolment'>[]>`
    SELECT a.kind::text, a.status::text, st.state::text, e.state::text AS enrolment
    FROM assignment a JOIN study st ON st.id = a.study_id AND st.slug = ${slug}
    JOIN enrolment e ON e.study_id = a.study_id AND e.rater_id = a.rater_id
    WHERE a.id = ${assignmentId}::uuid AND a.rater_id = ${rater.id}::uuid`
  if (!own) throw new UserError('not_found', 'No such task.')
  refuseIfOver(own)
  throw new UserError('lease_lost', 'This task went back to the pool.')
}
