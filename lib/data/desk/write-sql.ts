import type { CheckKind } from '@/lib/domain/quality/checks/check-kind'
import type { PlacementPlan } from '@/lib/data/checks/placement-plan'
import { Prisma } from '@/lib/data/generated/client'
import { lastSlotSql } from '@/lib/data/rules/seats-sql'
import { backInLineSql } from './back-in-line-sql'
import { blindTaskSql, claimParts, freshBlindTaskSql } from './claim-sql'

export type Writing = {
  raterId: string
  slug: string
  assignmentId: string
  key: string
  bodyHash: Uint8Array<ArrayBuffer>
  /** How many new leases to take along, 0 to 6. */
  limit: number
  /** What these are, in a study with hidden checks. */
  plan: PlacementPlan | null
}

export type RatingRows = {
  outputIds: string[]
  criterionIds: string[]
  values: number[]
  comments: object
  cannotJudge: object
  /** Outputs that could not be judged: their cells go to another rater. */
  reopen: string[]
  guess: string | null
  dwellMs: number
}

/**
 * The lease ends as a rating or as a skip, if it is still this rater's, and the study still takes work and this rater's.
 * The enrolment is locked first: whoever pauses or excludes a rater knows of every rating that was let in.
 */
function endOfLease(write: Writing, end: 'submitted' | 'skipped', reason: string | null): Prisma.Sql {
  return Prisma.sql`
  desk AS (
    SELECT e.study_id, e.state FROM study st JOIN enrolment e ON e.study_id = st.id AND e.rater_id = ${write.raterId}::uuid
    WHERE st.slug = ${write.slug} AND st.state IN ('open', 'paused') AND e.state IN ('active', 'calibrating')
    FOR UPDATE OF e
  ), mine AS (
    UPDATE assignment a SET status = ${Prisma.raw(`'${end}'`)}, ended_at = now(), lease_until = NULL, skip_reason = ${reason}
    FROM desk WHERE a.id = ${write.assignmentId}::uuid AND a.rater_id = ${write.raterId}::uuid AND a.status = 'leased'
      AND a.study_id = desk.study_id AND (a.kind = 'calibration') = (desk.state = 'calibrating')
    RETURNING a.id, a.study_id, a.task_id, a.kind, a.slot, a.scope, a.scope_cells, a.replaces
  )`
}

/** The next leases, the moved cursor and the kept answer; then the task that the desk shows next. */
function restOfWrite(write: Writing, saved: Prisma.Sql, done: number): Prisma.Sql {
  const claim =
    write.limit > 0
      ? Prisma.sql`${claimParts(write.raterId, write.slug, { limit: write.limit, fromStart: false, when: Prisma.sql`EXISTS (SELECT FROM mine)`, plan: write.plan })},`
      : Prisma.sql`chosen AS (SELECT NULL::bigint AS shuffle_key WHERE false),
        leased AS (SELECT id, task_id, rubric_id, label_order, lease_until, turn FROM assignment WHERE false),`
  const placed = write.limit > 0 ? Prisma.sql`, ${placedSql(write.plan)}` : Prisma.empty
  return Prisma.sql`
  ${claim}
  moved AS (
    UPDATE enrolment e SET cursor = coalesce((SELECT max(shuffle_key) FROM chosen), e.cursor),
      done = e.done + CASE mine.kind WHEN 'calibration' THEN 0 ELSE ${done}::int END ${placed}
    FROM mine WHERE e.study_id = mine.study_id AND e.rater_id = ${write.raterId}::uuid RETURNING e.done
  ), candidates AS (
    SELECT id, task_id, rubric_id, label_order, lease_until, turn FROM leased
    UNION ALL
    (SELECT a.id, a.task_id, a.rubric_id, a.label_order, a.lease_until, a.turn FROM assignment a, mine
      WHERE a.rater_id = ${write.raterId}::uuid AND a.study_id = mine.study_id AND a.status = 'leased'
        AND a.lease_until > now() AND a.id <> mine.id AND (a.kind = 'calibration') = (mine.kind = 'calibration')
      ORDER BY a.turn LIMIT 1)
  ), shown AS (
    SELECT * FROM candidates
  ), kept AS (
    INSERT INTO idempotency (rater_id, key, body_hash, rating_id, next_id)
    SELECT ${write.raterId}::uuid, ${write.key}, ${write.bodyHash}, ${saved},
      (SELECT id FROM candidates ORDER BY turn LIMIT 1) FROM mine
  ), blind AS (${write.limit > 0 ? freshBlindTaskSql : blindTaskSql})
  SELECT ${saved} AS "ratingId", moved.done, (SELECT json_agg(blind) FROM blind) AS tasks FROM moved`
}

/** The columns of `enrolment e` that count what was handed out, all of it and the checks: each of these once. */
export function placedSql(plan: PlacementPlan | null): Prisma.Sql {
  const placed = Prisma.sql`placed = e.placed + (SELECT count(*) FROM leased)`
  if (!plan) return placed
  // Gold whose anchors were withdrawn since it was planned knows no scores: it stands for none.
  const known = Prisma.sql`EXISTS (SELECT FROM anchor an WHERE an.task_id = hidden.task_id AND an.retired_at IS NULL
    AND an.rubric_id = (SELECT rubric_id FROM seat))`
  return Prisma.sql`${placed},
      placed_gold = e.placed_gold + ${handedOutSql('gold', known)},
      placed_repeat = e.placed_repeat + ${handedOutSql('repeat')},
      placed_degraded = e.placed_degraded + ${handedOutSql('degraded')}`
}

function handedOutSql(kind: CheckKind, when = Prisma.sql`true`): Prisma.Sql {
  return Prisma.sql`(SELECT count(*) FROM leased JOIN hidden USING (task_id)
        WHERE hidden.kind = ${kind} AND NOT hidden.again AND ${when})`
}

/** Rating, scores, audit entry, next lease, cursor and idempotency key: one statement, so one transaction without round trips. */
export function ratingSql(write: Writing, rows: RatingRows): Prisma.Sql {
  const saved = Prisma.sql`(SELECT id FROM rated)`
  return Prisma.sql`
  WITH ${endOfLease(write, 'submitted', null)}, rated AS (
    INSERT INTO rating (id, assignment_id, dwell_ms, comments, cannot_judge, guess)
    SELECT gen_random_uuid(), id, ${rows.dwellMs}::int, ${JSON.stringify(rows.comments)}::jsonb,
      ${JSON.stringify(rows.cannotJudge)}::jsonb, ${rows.guess} FROM mine
    RETURNING id
  ), scored AS (
    INSERT INTO score (rating_id, output_id, criterion_id, value)
    SELECT rated.id, s.output_id, s.criterion_id, s.value
    FROM rated, unnest(${rows.outputIds}::uuid[], ${rows.criterionIds}::uuid[], ${rows.values}::float8[])
      AS s (output_id, criterion_id, value)
  ), logged AS (
    INSERT INTO audit_entry (actor_id, action, subject_id, study_id)
    SELECT ${write.raterId}::uuid, 'rating.submitted', rated.id, mine.study_id FROM rated, mine
  ), due AS (
    INSERT INTO chain_due (study_id, task_id, rating_id)
    SELECT mine.study_id, mine.task_id, rated.id FROM rated, mine WHERE mine.kind IN ('live', 'extra', 'check')
  ), reopened AS (${reopenCellsSql(rows.reopen)}
  ), asked_anew AS (${reopenPartSql(rows.reopen)}),
  ${restOfWrite(write, saved, 1)}`
}

/**
 * The whole task handed back: the slot goes to the end of the line, for whoever comes first; the same rater gets it once
 * more, then no more, a check like work. Where arbitration asked for it, the worker looks whether somebody is left: if not,
 * the cells go on to a person.
 */
export function skipSql(write: Writing, reason: string): Prisma.Sql {
  const saved = Prisma.sql`NULL::uuid`
  return Prisma.sql`
  WITH ${endOfLease(write, 'skipped', reason)}, logged AS (
    INSERT INTO audit_entry (actor_id, action, subject_id, study_id)
    SELECT ${write.raterId}::uuid, 'task.handed_back', mine.id, mine.study_id FROM mine
  ), ended AS (
    SELECT mine.* FROM mine WHERE mine.kind <> 'check' OR NOT EXISTS (SELECT FROM assignment before
      WHERE before.task_id = mine.task_id AND before.rater_id = ${write.raterId}::uuid AND before.kind = 'check' AND before.status = 'skipped')
  ), reopened AS (${backInLineSql('ended')}
  ), due AS (
    INSERT INTO chain_due (study_id, task_id)
    SELECT mine.study_id, mine.task_id FROM mine WHERE mine.kind = 'extra' AND cardinality(mine.scope_cells) > 0
  ),
  ${restOfWrite(write, saved, 0)}`
}

/**
 * Cells of single outputs that could not be judged: an extra assignment is opened for them, up to k a task, so that a
 * text nobody can judge does not go round for ever. An extra assignment for disputed cells reopens nothing here: when its
 * cells are settled they ask the next rater, or a person where none is left.
 */
function reopenCellsSql(outputIds: string[]): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO opening (round_id, shuffle_key, task_id, kind, slot, scope, language, skills, organization_ids)
    SELECT t.round_id, nextval('opening_tail'), t.id, 'extra', extras.n + 1, ${outputIds}::uuid[], t.language, t.skills, t.organization_ids
    FROM mine JOIN task t ON t.id = mine.task_id JOIN protocol p ON p.id = t.protocol_id
    CROSS JOIN LATERAL (
      SELECT (SELECT count(*) FROM opening o WHERE o.task_id = t.id AND o.kind = 'extra')
        + (SELECT count(*) FROM assignment a WHERE a.task_id = t.id AND a.kind = 'extra' AND a.status IN ('leased', 'submitted')) AS n
    ) extras
    WHERE cardinality(${outputIds}::uuid[]) > 0 AND mine.kind IN ('live', 'extra') AND cardinality(mine.scope_cells) = 0
      AND extras.n < p.ratings_per_task`
}

/**
 * The same for cells that a repaired rubric asks for anew: those of the outputs that could not be judged are asked of
 * somebody else, by a slot of their own kind. Again a bound: with those asked for in the first place at most 2 k.
 */
function reopenPartSql(outputIds: string[]): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO opening (round_id, shuffle_key, task_id, kind, slot, scope_cells, language, skills, organization_ids)
    SELECT t.round_id, nextval('opening_tail'), t.id, 'live', ${lastSlotSql} + 1, asked.cells, t.language, t.skills, t.organization_ids
    FROM mine JOIN task t ON t.id = mine.task_id JOIN protocol p ON p.id = t.protocol_id
    CROSS JOIN LATERAL (
      SELECT ARRAY(SELECT cell FROM unnest(mine.scope_cells) WITH ORDINALITY AS cells (cell, place)
        WHERE split_part(cell, '/', 1) = ANY (${outputIds}::text[]) ORDER BY place) AS cells
    ) asked
    CROSS JOIN LATERAL (
      SELECT (SELECT count(*) FROM opening o WHERE o.task_id = t.id AND o.kind = 'live' AND asked.cells <@ o.scope_cells)
        + (SELECT count(*) FROM assignment a WHERE a.task_id = t.id AND a.kind = 'live' AND asked.cells <@ a.scope_cells
          AND a.status IN ('leased', 'submitted')) AS n
    ) seats
    WHERE cardinality(${outputIds}::uuid[]) > 0 AND mine.kind = 'live' AND cardinality(asked.cells) > 0 AND seats.n < 2 * p.ratings_per_task`
}
