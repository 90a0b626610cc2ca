import { Prisma } from '@/lib/data/generated/client'
import type { Transaction } from '@/lib/data/db'
import { audienceSql, isCurrentSql, isStoppedSql, lastSlotSql, openingColumnsSql } from './stops-sql'

/**
 * The seats of a task `t` for a slot like that of an assignment `a` (the whole task, or the same part of it): free ones,
 * turns, and ratings that count.
 */
export const seatsSql = Prisma.sql`(
  (SELECT count(*) FROM opening o WHERE o.task_id = t.id AND o.kind = 'live' AND o.scope_cells = a.scope_cells)
  + (SELECT count(*) FROM assignment other WHERE other.task_id = t.id AND other.kind = 'live'
    AND other.scope_cells = a.scope_cells AND other.status IN ('leased', 'submitted')
    AND NOT EXISTS (SELECT FROM rating r WHERE r.assignment_id = other.id AND ${isCurrentSql} AND ${isStoppedSql})))`

/** k, as the newest protocol has it. */
export const wantedSql = Prisma.sql`(SELECT p.ratings_per_task FROM protocol p WHERE p.study_id = a.study_id ORDER BY p.version DESC LIMIT 1)`

/**
 * Reopens the slots of ratings that stopped counting as a whole: a live one where its task has fewer than k seats, an
 * extra one that was for outputs as it was. Extra ratings for arbitration are asked for again when cells are settled.
 * Nothing opens in a study that takes no more work. The ratings come first (MATERIALIZED): seats are dear to count, and
 * would else be counted for every assignment there is.
 */
export async function reopenSeats(tx: Transaction, ratingIds: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    WITH stopped AS MATERIALIZED (
      SELECT a.* FROM rating r JOIN assignment a ON a.id = r.assignment_id WHERE r.id = ANY (${ratingIds}::uuid[])
    ), superseded AS (
      DELETE FROM opening o USING stopped WHERE o.replaces = stopped.id AND o.kind = 'extra'
    ), lost AS (
      SELECT a.* FROM stopped a JOIN study st ON st.id = a.study_id
      JOIN task t ON t.id = a.task_id AND t.anchored_at IS NULL
      WHERE st.state IN ('open', 'paused')
        AND CASE a.kind WHEN 'live' THEN ${seatsSql} < ${wantedSql} ELSE cardinality(a.scope_cells) = 0 END
    )
    INSERT INTO opening (${openingColumnsSql})
    SELECT t.round_id, nextval('opening_tail'), t.id, lost.kind, ${lastSlotSql} + row_number() OVER (PARTITION BY t.id),
      lost.scope, lost.scope_cells, lost.id, ${audienceSql}
    FROM lost JOIN task t ON t.id = lost.task_id`
}

/**
 * Withdraws free slots that stood in for ratings that count again: of the tasks with more than k seats those that replace
 * something. Slots that somebody took stay, and both ratings count.
 */
export async function withdrawSeats(tx: Transaction, ratingIds: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    WITH back AS (
      SELECT a.* FROM rating r JOIN assignment a ON a.id = r.assignment_id WHERE r.id = ANY (${ratingIds}::uuid[])
    ), spare AS (
      SELECT a.task_id, a.scope_cells, ${seatsSql} - ${wantedSql} AS n FROM back a JOIN task t ON t.id = a.task_id
      WHERE a.kind = 'live'
    ), ranked AS (
      SELECT o.round_id, o.shuffle_key, spare.n, row_number() OVER (PARTITION BY o.task_id, o.scope_cells
        ORDER BY o.replaces IN (SELECT id FROM back) DESC, o.shuffle_key DESC) AS place
      FROM spare JOIN opening o ON o.task_id = spare.task_id AND o.kind = 'live' AND o.replaces IS NOT NULL
        AND o.scope_cells = spare.scope_cells
    )
    DELETE FROM opening o WHERE (o.round_id, o.shuffle_key) IN (SELECT round_id, shuffle_key FROM ranked WHERE place <= n)
      OR o.kind = 'extra' AND o.replaces IN (SELECT id FROM back WHERE kind = 'extra')`
}
