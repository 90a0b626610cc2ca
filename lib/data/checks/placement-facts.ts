import type { CheckKind, CheckRates } from '@/lib/domain/quality/checks/check-kind'
import { REPEAT_DISTANCE } from '@/lib/domain/quality/checks/check-kind'
import { deskQuery } from '@/lib/data/desk-query'
import { mayTakeSql } from '@/lib/data/desk/may-take-sql'
import { raterColumnsSql, suitsSql } from '@/lib/data/desk/suits-sql'
import { Prisma } from '@/lib/data/generated/client'

/** A task that may come as a check. `look` is what can be told from its frame, without reading it. */
export type Candidate = {
  kind: CheckKind
  taskId: string
  look: string
  /** Repeat: the own assignment that comes again. */
  ofId: string | null
  /** Degraded: the output that is replaced, and the damaged text's hash in hex. */
  outputId: string | null
  hash: string | null
}

export type PlacementFactsRow = {
  placed: number
  gold: number
  repeat: number
  degraded: number
  seedA: number
  seedB: number
  /** The looks of the tasks whose turn it is next in the line, in order; null where there are none. */
  looks: string[] | null
  candidates: Candidate[] | null
}

/** How far back own work is looked for that may come again; it bounds the cost of a claim. */
const LOOK_BACK = 150
/** Candidates of a kind that are looked at; as they are used, others come after. */
const DRAWN_FROM = 64

/** A task `t` from outside: how it is presented, in which language, how many outputs, what stands with its prompt. */
const lookSql = Prisma.sql`
  (SELECT concat_ws(' ', t.presentation, prompt.language, jsonb_array_length(prompt.turns), (prompt.reference IS NOT NULL)::int,
      coalesce(jsonb_typeof(prompt.marking_points), 'null'),
      (SELECT count(*) FROM task_output x WHERE x.task_id = t.id))
    FROM prompt WHERE prompt.id = t.prompt_id)`

/**
 * What is asked before a check may be placed, in one statement that is the same whatever comes of it. The order of
 * candidates is the rater's own, and does not change.
 *
 * Written so that each step is small: lists that are short by nature are made first, and only what is drawn from is
 * looked at. `OFFSET 0` keeps the few damaged outputs from being sought among all tasks of a round.
 */
export async function placementFacts(
  raterId: string,
  slug: string,
  asked: { rates: CheckRates; limit: number; fromStart: boolean },
): Promise<PlacementFactsRow | null> {
  const { rates, limit, fromStart } = asked
  const from = fromStart ? Prisma.sql`0` : Prisma.sql`(SELECT cursor FROM seat)`
  const [row] = await deskQuery<PlacementFactsRow>(Prisma.sql`
    WITH seat AS MATERIALIZED (
      SELECT e.study_id, e.cursor, e.placed, e.placed_gold, e.placed_repeat, e.placed_degraded, e.check_seed_a, e.check_seed_b,
        st.current_round_id AS round_id, st.current_rubric_id AS rubric_id, ${raterColumnsSql}
      FROM study st JOIN enrolment e ON e.study_id = st.id AND e.rater_id = ${raterId}::uuid AND e.state = 'active'
      LEFT JOIN person ON person.account_id = e.rater_id
      WHERE st.slug = ${slug} AND st.state = 'open'
    ), ahead AS (
      SELECT q.shuffle_key, q.task_id FROM opening q
      WHERE q.round_id = (SELECT round_id FROM seat) AND q.shuffle_key > ${from} AND ${suitsSql} AND ${mayTakeSql(raterId)}
      ORDER BY q.shuffle_key LIMIT ${Prisma.raw(String(limit))}
    ), anchored AS MATERIALIZED (
      SELECT an.task_id, count(*) AS outputs FROM anchor an
      WHERE ${rates.gold}::float8 > 0 AND an.study_id = (SELECT study_id FROM seat) AND an.rubric_id = (SELECT rubric_id FROM seat)
        AND an.retired_at IS NULL
      GROUP BY an.task_id
    ), past AS MATERIALIZED (
      SELECT a.id, a.task_id, a.kind, a.place, a.rubric_id FROM assignment a
      WHERE ${rates.repeat}::float8 > 0 AND a.study_id = (SELECT study_id FROM seat) AND a.rater_id = ${raterId}::uuid
        AND a.ended_at IS NOT NULL AND a.status = 'submitted'
      ORDER BY a.ended_at DESC LIMIT ${Prisma.raw(String(LOOK_BACK))}
    ), damaged AS MATERIALIZED (
      SELECT * FROM damaged_output WHERE ${rates.degraded}::float8 > 0
    ), possible AS MATERIALIZED (
      SELECT 'gold' AS kind, q.id AS task_id, NULL::uuid AS of_id, NULL::uuid AS output_id, NULL AS hash
      FROM anchored JOIN task q ON q.id = anchored.task_id
      WHERE anchored.outputs = (SELECT count(*) FROM task_output x WHERE x.task_id = q.id) AND ${suitsSql} AND ${isUnknownSql(raterId)}
      UNION ALL
      SELECT 'repeat', past.task_id, past.id, NULL, NULL FROM past
      WHERE past.kind = 'live' AND past.rubric_id = (SELECT rubric_id FROM seat)
        AND past.place <= (SELECT placed FROM seat) - ${Prisma.raw(String(REPEAT_DISTANCE))}
        AND NOT EXISTS (SELECT FROM assignment again
          WHERE again.task_id = past.task_id AND again.rater_id = ${raterId}::uuid AND again.kind = 'check')
      UNION ALL
      SELECT 'degraded', q.id, NULL, damaged.output_id, encode(damaged.content_hash, 'hex')
      FROM damaged CROSS JOIN LATERAL (SELECT * FROM task WHERE task.id = damaged.task_id OFFSET 0) q
      WHERE q.round_id = (SELECT round_id FROM seat) AND q.anchored_at IS NULL AND ${suitsSql} AND ${isUnknownSql(raterId)}
    ), numbered AS (
      SELECT *, row_number() OVER (PARTITION BY kind
        ORDER BY hashtextextended(task_id::text, (SELECT check_seed_a FROM seat))) AS nth FROM possible
    ), drawn AS (
      SELECT numbered.*, ${lookSql} AS look FROM numbered JOIN task t ON t.id = numbered.task_id
      WHERE nth <= ${Prisma.raw(String(DRAWN_FROM))}
    )
    SELECT seat.placed, seat.placed_gold AS gold, seat.placed_repeat AS repeat, seat.placed_degraded AS degraded,
      seat.check_seed_a::float8 AS "seedA", seat.check_seed_b::float8 AS "seedB",
      (SELECT json_agg(${lookSql} ORDER BY ahead.shuffle_key) FROM ahead JOIN task t ON t.id = ahead.task_id) AS looks,
      (SELECT json_agg(json_build_object('kind', kind, 'taskId', task_id, 'look', look, 'ofId', of_id, 'outputId', output_id, 'hash', hash)
        ORDER BY kind, nth) FROM drawn) AS candidates
    FROM seat`)
  return row ?? null
}

/** Whether a task `q` never came to the rater, in whatever kind. */
function isUnknownSql(raterId: string): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT FROM assignment had WHERE had.task_id = q.id AND had.rater_id = ${raterId}::uuid)`
}
