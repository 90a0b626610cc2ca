import { Prisma } from '@/lib/data/generated/client'

/**
 * The claim, as parts of one statement: `seat` (who walks, how far, under which conditions) → `open` (the next free
 * slots along the line) → `chosen` (one slot of a task) → `taken` → `leased`. A slot is a row that is deleted when it
 * is taken, so that k is never exceeded; locked rows are skipped, so that raters do not wait for each other.
 *
 * A task counts as seen by a rater who holds or has submitted it, and after two skips: an expired lease was nobody's
 * rating, and somebody may think again once about a task that was handed back.
 */
export function claimParts(rater: string, slug: string, claim: { limit: number; fromStart: boolean; when?: Prisma.Sql }): Prisma.Sql {
  const from = claim.fromStart ? Prisma.sql`0` : Prisma.sql`(SELECT cursor FROM seat)`
  return Prisma.sql`
  seat AS (
    SELECT e.study_id, e.cursor, st.current_round_id AS round_id, st.current_rubric_id AS rubric_id,
      p.id AS protocol_id, make_interval(secs => p.lease_seconds) AS lease,
      ARRAY(SELECT split_part(lower(l), '-', 1) FROM unnest(person.languages) l) AS languages, coalesce(person.skills, '{}') AS skills,
      ARRAY(SELECT a.organization_id FROM affiliation a
        WHERE a.account_id = e.rater_id AND (a.until IS NULL OR a.until >= current_date)) AS organizations
    FROM study st
    JOIN enrolment e ON e.study_id = st.id AND e.rater_id = ${rater}::uuid AND e.state = 'active'
    JOIN protocol p ON p.id = st.current_protocol_id
    LEFT JOIN person ON person.account_id = e.rater_id
    WHERE st.slug = ${slug} AND st.state = 'open' AND ${claim.when ?? Prisma.sql`true`}
    FOR UPDATE OF e
  ), open AS (
    SELECT q.round_id, q.shuffle_key, q.task_id FROM opening q
    WHERE q.round_id = (SELECT round_id FROM seat) AND q.shuffle_key > ${from}
      AND (cardinality((SELECT languages FROM seat)) = 0 OR q.language = 'und'
        OR q.language = ANY ((SELECT languages FROM seat)::text[]))
      AND q.skills <@ (SELECT skills FROM seat)
      AND NOT q.organization_ids && (SELECT organizations FROM seat)
      AND (SELECT coalesce(sum(CASE seen.status WHEN 'expired' THEN 0 WHEN 'skipped' THEN 1 ELSE 2 END), 0)
        FROM assignment seen WHERE seen.task_id = q.task_id AND seen.rater_id = ${rater}::uuid
          AND seen.kind IN ('live', 'extra')) < 2
    ORDER BY q.shuffle_key LIMIT ${Prisma.raw(String(claim.limit))} FOR UPDATE OF q SKIP LOCKED
  ), chosen AS (
    SELECT DISTINCT ON (task_id) round_id, shuffle_key FROM open ORDER BY task_id, shuffle_key
  ), taken AS (
    DELETE FROM opening q USING chosen WHERE q.round_id = chosen.round_id AND q.shuffle_key = chosen.shuffle_key
    RETURNING q.shuffle_key, q.task_id, q.kind, q.slot, q.scope
  ), leased AS (
    INSERT INTO assignment (id, study_id, task_id, rater_id, rubric_id, protocol_id, kind, slot, scope, label_order, lease_until)
    SELECT gen_random_uuid(), seat.study_id, taken.task_id, ${rater}::uuid, seat.rubric_id, seat.protocol_id, taken.kind,
      taken.slot, taken.scope,
      ARRAY(SELECT x.position FROM task_output x WHERE x.task_id = taken.task_id ORDER BY gen_random_uuid()),
      now() + seat.lease
    FROM taken, seat ORDER BY taken.shuffle_key
    RETURNING id, task_id, rubric_id, label_order, lease_until, turn
  )`
}

/** The columns of a blind task, for the rows of a relation `shown` with the columns that `leased` returns. */
export const blindTaskSql = Prisma.sql`
  SELECT shown.id AS "assignmentId", shown.lease_until AS "leaseUntil", shown.rubric_id AS "rubricId",
    t.presentation, prompt.html AS "prompt", prompt.marking_points AS "markingPoints", prompt.language,
    (SELECT json_agg(c.html ORDER BY array_position(shown.label_order, x.position))
      FROM task_output x JOIN output o ON o.id = x.output_id JOIN content c ON c.hash = o.content_hash
      WHERE x.task_id = shown.task_id) AS "outputs"
  FROM shown JOIN task t ON t.id = shown.task_id JOIN prompt ON prompt.id = t.prompt_id
  ORDER BY shown.turn`
