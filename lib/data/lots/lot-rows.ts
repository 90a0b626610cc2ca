import { lotStanding } from '@/lib/domain/quality/spot-check/lot-standing'
import type { Inspector } from '@/lib/domain/people/actor'
import { lotPlanKept } from '@/lib/domain/quality/spot-check/lot-plan'
import type { LotRow } from '@/lib/domain/quality/views/lot-view'
import { Prisma } from '@/lib/data/generated/client'
import type { Db, Transaction } from '@/lib/data/db'
import { isAtWorkSql } from '@/lib/data/quality/inspectors-at-work'
import { committedUnits, type CommittedUnit } from './lot-outcomes'
import { isWithdrawnSql } from './withdrawn-sql'

/**
 * Lots in the order of work: those that wait first, the oldest of them at the top, then those that are withdrawn, then
 * the latest decided.
 */
const shown = 300

type Row = {
  id: string
  number: number
  createdAt: string
  byHand: boolean
  forOthers: boolean
  state: LotRow['state']
  plan: unknown
  decidedAt: Date | null
}

export type LoadedLot = { row: LotRow; committed: CommittedUnit[] }

/**
 * Lots of a round as a list has them; with `lotId` that one. Whose they are is not among what is read, and of when they were
 * formed only the day: to the minute it would be the minute in which their rater sent the last rating.
 */
export async function lotRows(
  at: Db | Transaction,
  inspector: Inspector,
  of: { roundId: string; lotId?: string },
): Promise<LoadedLot[]> {
  const only = of.lotId === undefined ? Prisma.sql`true` : Prisma.sql`id = ${of.lotId}::uuid`
  const rows = await at.$queryRaw<Row[]>`
    SELECT * FROM (
      SELECT id, row_number() OVER (ORDER BY created_at, id)::int AS number, 
        to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "createdAt", by_hand AS "byHand",
        coalesce(named_by_id = ${inspector.id}::uuid, false) AND EXISTS (
          SELECT FROM account other WHERE ${isAtWorkSql} AND other.id <> ${inspector.id}::uuid) AS "forOthers",
        CASE WHEN ${isWithdrawnSql} THEN 'withdrawn' ELSE state::text END AS state, plan, decided_at AS "decidedAt"
      FROM lot WHERE round_id = ${of.roundId}::uuid
    ) numbered WHERE ${only}
    ORDER BY "decidedAt" DESC NULLS FIRST, state = 'withdrawn', number LIMIT ${shown}`
  const committed = await committedUnits(
    at,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const own = committed.get(row.id) ?? []
    const plan = lotPlanKept.parse(row.plan)
    const decidedAt = row.decidedAt?.toISOString() ?? null
    return { row: { ...row, plan, decidedAt, standing: lotStanding(plan, own) }, committed: own }
  })
}
