import type { PlacementPlan } from '@/lib/data/checks/placement-plan'
import { Prisma } from '@/lib/data/generated/client'
import { mayTakeSql } from './may-take-sql'
import { passedSql } from './passed-sql'
import { raterColumnsSql, suitsSql } from './suits-sql'

export type Claim = {
  limit: number
  fromStart: boolean
  when?: Prisma.Sql
  /** Of a study with hidden checks: what each of the next places is. Null where the study has none. */
  plan: PlacementPlan | null
}

/**
 * The claim, as parts of one statement: `seat` (who walks, how far, under which conditions) → `open` (the next free
 * slots along the line) → `chosen` (one slot of a task) → `taken` → `leased`. A slot is a row that is deleted when it
 * is taken, so that k is never exceeded; locked rows are skipped, so that raters do not wait for each other.
 *
 * Where the study has hidden checks, the same statement walks the line and carries the check, whichever it is to be. A
 * check is handed out only where work follows it. One that was let go stands in the line itself (./back-in-line-sql.ts)
 * and takes the turn that it would have as work; `hidden` are both.
 */
export function claimParts(rater: string, slug: string, claim: Claim): Prisma.Sql {
  const { limit, fromStart, when, plan } = claim
  const from = fromStart ? Prisma.sql`0` : Prisma.sql`(SELECT cursor FROM seat)`
  const unchanged = plan ? Prisma.sql`AND e.placed = ${plan.placed}::int` : Prisma.empty
  const apart = plan
    ? Prisma.sql`AND q.task_id <> ALL (array_remove(${plan.taskIds}::uuid[], NULL))`
    : Prisma.empty
  const wanted = plan
    ? Prisma.sql`(SELECT count(*) FROM turns WHERE kind = 'live')`
    : Prisma.raw(String(limit))
  return Prisma.sql`
  seat AS (
    SELECT e.study_id, e.cursor, e.placed, st.current_round_id AS round_id, st.current_rubric_id AS rubric_id,
      p.id AS protocol_id, make_interval(secs => p.lease_seconds) AS lease, ${raterColumnsSql}
    FROM study st
    JOIN enrolment e ON e.study_id = st.id AND e.rater_id = ${rater}::uuid AND e.state = 'active' ${unchanged}
    JOIN protocol p ON p.id = st.current_protocol_id
    LEFT JOIN person ON person.account_id = e.rater_id
    WHERE st.slug = ${slug} AND st.state = 'open' AND ${when ?? Prisma.sql`true`}
    FOR UPDATE OF e
  ), open AS (
    SELECT q.round_id, q.shuffle_key, q.task_id FROM opening q
    WHERE q.round_id = (SELECT round_id FROM seat) AND q.shuffle_key > ${from}
      AND ${suitsSql} AND ${mayTakeSql(rater)} ${apart}
    ORDER BY q.shuffle_key LIMIT ${Prisma.raw(String(limit))} FOR UPDATE OF q SKIP LOCKED
  ), found AS (
    SELECT DISTINCT ON (task_id) round_id, shuffle_key FROM open ORDER BY task_id, shuffle_key
  ), ${plan ? plannedSql(plan) : unplannedSql}, ${passedSql(rater, { from, wanted })}, taken AS (
    DELETE FROM opening q USING chosen WHERE q.round_id = chosen.round_id AND q.shuffle_key = chosen.shuffle_key
    RETURNING chosen.turn, q.task_id, q.kind, q.slot, q.scope, q.scope_cells, q.replaces
  ), hidden AS (
    ${plan ? plannedChecksSql : Prisma.empty}
    SELECT taken.turn, taken.task_id, k.kind::text, k.of_assignment_id AS of_id, k.output_id, encode(k.content_hash, 'hex') AS hash,
      true AS again
    FROM taken JOIN "check" k ON k.assignment_id = taken.replaces WHERE taken.kind = 'check'
  ), leased AS (
    INSERT INTO assignment (id, study_id, task_id, rater_id, rubric_id, protocol_id, kind, slot, scope, scope_cells, replaces,
      place, label_order, lease_until)
    SELECT gen_random_uuid(), seat.study_id, work.task_id, ${rater}::uuid, seat.rubric_id, seat.protocol_id, work.kind,
      work.slot, work.scope, work.scope_cells, CASE work.kind WHEN 'check' THEN NULL ELSE work.replaces END, seat.placed + work.turn - 1,
      ARRAY(SELECT x.position FROM task_output x WHERE x.task_id = work.task_id ORDER BY gen_random_uuid()),
      now() + seat.lease
    FROM seat, (SELECT * FROM taken ${plan ? andChecksSql : Prisma.empty}) work ORDER BY work.turn
    RETURNING id, task_id, rubric_id, label_order, lease_until, turn, kind, place
  )${keptChecksSql}`
}

const unplannedSql = Prisma.sql`chosen AS (
    SELECT round_id, shuffle_key, row_number() OVER (ORDER BY shuffle_key)::int AS turn FROM found)`

/** `turns` are the next places, the first is 1; `chosen` and `planned` share them out, as far as the line reaches. */
function plannedSql({ kinds, taskIds, ofIds, outputIds, hashes }: PlacementPlan): Prisma.Sql {
  return Prisma.sql`turns AS (
    SELECT p.*, count(*) FILTER (WHERE p.kind = 'live') OVER (ORDER BY p.turn) AS lives
    FROM unnest(${kinds}::text[], ${taskIds}::uuid[], ${ofIds}::uuid[], ${outputIds}::uuid[], ${hashes}::text[])
      WITH ORDINALITY AS p (kind, task_id, of_id, output_id, hash, turn)
  ), along AS (
    SELECT round_id, shuffle_key, row_number() OVER (ORDER BY shuffle_key) AS nth FROM found
  ), chosen AS (
    SELECT along.round_id, along.shuffle_key, turns.turn::int AS turn
    FROM turns JOIN along ON along.nth = turns.lives WHERE turns.kind = 'live'
  ), planned AS (
    SELECT turns.* FROM turns WHERE turns.kind <> 'live' AND turns.lives < (SELECT count(*) FROM along))`
}

const andChecksSql = Prisma.sql`UNION ALL
      SELECT turn::int, task_id, 'check', 1::smallint, '{}'::uuid[], '{}'::text[], NULL::uuid FROM planned`

const plannedChecksSql = Prisma.sql`SELECT turn::int, task_id, kind, of_id, output_id, hash, false AS again FROM planned UNION ALL`

/** What is known of each check, in a row that nothing sent to a rater comes from; `swaps` are the damaged outputs. */
const keptChecksSql = Prisma.sql`, kept_checks AS (
    INSERT INTO "check" (assignment_id, kind, expected, of_assignment_id, output_id, content_hash)
    SELECT leased.id, hidden.kind::check_kind, CASE hidden.kind WHEN 'gold' THEN (
        SELECT coalesce(jsonb_agg(jsonb_build_object('outputId', an.output_id, 'criterionId', cell->'criterionId',
          'agreed', cell->'agreed', 'band', cell->'band')), '[]')
        FROM anchor an, jsonb_array_elements(an.cells) cell
        WHERE an.study_id = seat.study_id AND an.task_id = hidden.task_id AND an.rubric_id = seat.rubric_id
          AND an.retired_at IS NULL) ELSE '{}' END,
      hidden.of_id, hidden.output_id, decode(hidden.hash, 'hex')
    FROM seat, leased JOIN hidden ON leased.kind = 'check' AND leased.task_id = hidden.task_id
  )`

/** Output by output what stands in for it, for assignments that are on record. */
const recordedSwapsSql = Prisma.sql`"check" swap ON swap.assignment_id = shown.id AND swap.output_id = o.id`

/** The columns of a blind task, for the rows of a relation `shown` with the columns that `leased` returns. */
export const blindTaskSql = blindTasksSql(recordedSwapsSql)

/** The same within the statement that writes the check: there it is not on record yet, but in `hidden`. */
export const freshBlindTaskSql = blindTasksSql(Prisma.sql`(
    SELECT leased.id AS assignment_id, hidden.output_id, decode(hidden.hash, 'hex') AS content_hash
    FROM leased JOIN hidden ON leased.kind = 'check' AND leased.task_id = hidden.task_id
    UNION ALL SELECT k.assignment_id, k.output_id, k.content_hash FROM candidates JOIN "check" k ON k.assignment_id = candidates.id
  ) swap ON swap.assignment_id = shown.id AND swap.output_id = o.id`)

function blindTasksSql(swaps: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
  SELECT shown.id AS "assignmentId", shown.lease_until AS "leaseUntil", shown.rubric_id AS "rubricId",
    t.presentation, prompt.html AS "prompt", prompt.marking_points AS "markingPoints", prompt.language,
    (SELECT json_agg(c.html ORDER BY array_position(shown.label_order, x.position))
      FROM task_output x JOIN output o ON o.id = x.output_id LEFT JOIN ${swaps}
      JOIN content c ON c.hash = coalesce(swap.content_hash, o.content_hash)
      WHERE x.task_id = shown.task_id) AS "outputs"
  FROM shown JOIN task t ON t.id = shown.task_id JOIN prompt ON prompt.id = t.prompt_id
  ORDER BY shown.turn`
}
