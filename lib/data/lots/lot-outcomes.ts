import type { UnitOutcome } from '@/lib/domain/quality/spot-check/lot-standing'
import { judgedUnit, type JudgedUnit } from '@/lib/domain/quality/spot-check/inspection'
import type { Db, Transaction } from '@/lib/data/db'

export type CommittedUnit = UnitOutcome & {
  inspectionId: string
  place: number
  judged: JudgedUnit
  at: Date
}

type Row = Omit<CommittedUnit, 'judged'> & { lotId: string; judged: unknown }

/** The committed inspections of lots, in the order of commitment. What is not committed stays out of every answer. */
export async function committedUnits(
  at: Db | Transaction,
  lotIds: readonly string[],
): Promise<Map<string, CommittedUnit[]>> {
  const rows = await at.$queryRaw<Row[]>`
    SELECT i.lot_id AS "lotId", i.id AS "inspectionId", i.rating_id AS "ratingId", i.output_id AS "outputId", i.error, i.place, i.judged,
      i.committed_at AS at
    FROM inspection i JOIN rating r ON r.assignment_id = i.assignment_id
    WHERE i.lot_id = ANY (${[...lotIds]}::uuid[]) AND i.committed_at IS NOT NULL
    ORDER BY r.sequence`
  const byLot = new Map<string, CommittedUnit[]>(lotIds.map((id) => [id, []]))
  for (const { lotId, judged, ...unit } of rows)
    byLot.get(lotId)?.push({ ...unit, judged: judgedUnit.parse(judged) })
  return byLot
}
