import { Prisma } from '@/lib/data/generated/client'
import type { Transaction } from '@/lib/data/db'
import { ownRatingsSql } from './rater-ratings'
import { seatsSql, wantedSql } from './reopen-seats'

type Who = { studyId: string; raterId: string; state: string }

/** How many slots an exclusion would open, or its undoing withdraw, by the rules of reopen-seats.ts. */
export async function slotsOutlook(tx: Transaction, { state, ...rater }: Who): Promise<number> {
  const count = state === 'excluded' ? withdrawnSql : reopenedSql
  const [row] = await tx.$queryRaw<{ slots: number }[]>`
    WITH own AS MATERIALIZED (${ownRatingsSql(rater, state === 'excluded')}), a AS MATERIALIZED (
      SELECT a.* FROM own JOIN assignment a ON a.id = own.assignment_id
    )
    SELECT ${count} AS slots`
  return row?.slots ?? 0
}

/** A seat is still taken by the very rating that is to leave it. */
const reopenedSql = Prisma.sql`(
  SELECT count(*)::int FROM a JOIN task t ON t.id = a.task_id AND t.anchored_at IS NULL
  JOIN study st ON st.id = a.study_id AND st.state IN ('open', 'paused')
  WHERE CASE a.kind WHEN 'live' THEN ${seatsSql} - 1 < ${wantedSql} ELSE cardinality(a.scope_cells) = 0 END)`

/** Of a task with more seats than wanted, counting the one that comes back, those that are free and replace something. */
const withdrawnSql = Prisma.sql`(
  SELECT coalesce(sum(greatest(0, least(${seatsSql} + 1 - ${wantedSql}, (SELECT count(*) FROM opening o
    WHERE o.task_id = t.id AND o.kind = 'live' AND o.replaces IS NOT NULL AND o.scope_cells = a.scope_cells)))), 0)::int
    + (SELECT count(*)::int FROM opening o WHERE o.kind = 'extra' AND o.replaces IN (SELECT id FROM a WHERE kind = 'extra'))
  FROM a JOIN task t ON t.id = a.task_id WHERE a.kind = 'live')`
