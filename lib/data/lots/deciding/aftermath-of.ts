import { aftermath, type Aftermath } from '@/lib/domain/quality/spot-check/aftermath'
import type { LotUnit } from '@/lib/domain/quality/spot-check/lot'
import type { Db, Transaction } from '@/lib/data/db'

type Row = Omit<LotUnit, 'scores'> & { error: boolean | null; committed: boolean }

/** What a lot's outcome means for its ratings, each in its current revision. */
export async function lotAftermath(
  at: Db | Transaction,
  { lotId, outcome }: { lotId: string; outcome: 'passed' | 'failed' },
): Promise<Aftermath> {
  const rows = await at.$queryRaw<Row[]>`
    SELECT current.id AS "ratingId", a.task_id AS "taskId", i.output_id AS "outputId", i.error, i.committed_at IS NOT NULL AS committed
    FROM inspection i JOIN rating r ON r.id = i.rating_id JOIN assignment a ON a.id = r.assignment_id
    CROSS JOIN LATERAL (SELECT id FROM rating WHERE assignment_id = a.id ORDER BY revision DESC LIMIT 1) current
    WHERE i.lot_id = ${lotId}::uuid ORDER BY i.place`
  const units = rows.map(({ ratingId, taskId, outputId }) => ({ ratingId, taskId, outputId, scores: {} }))
  return aftermath(units, { outcome, outcomes: rows.filter(({ committed }) => committed) })
}
