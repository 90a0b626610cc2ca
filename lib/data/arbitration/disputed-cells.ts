import type { DisputedCell } from '@/lib/domain/quality/arbitration/queue'
import type { Transaction } from '@/lib/data/db'

/** A cell that waits for a person, with the key of its criterion. */
export type PersonCell = DisputedCell & {
  criterion: string
  taskId: string
  waitsFor: 'inspector' | 'meeting'
  because: 'extras_used' | 'nobody_left' | null
}

type Row = Omit<PersonCell, 'scale'> & PersonCell['scale']

/** The cells of a round that wait for a person, of one prompt or of all. */
export async function personCells(
  tx: Transaction,
  roundId: string,
  promptId?: string,
): Promise<PersonCell[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT w.output_id AS "outputId", w.criterion_id AS "criterionId", c.key AS criterion, w.prompt_id AS "promptId",
      w.task_id AS "taskId", w.waits_for AS "waitsFor", w.because, w.values, w.since,
      c.minimum AS min, c.maximum AS max, c.step, CASE WHEN c.in_total THEN c.weight ELSE 0 END AS weight
    FROM waiting_cell w JOIN criterion c ON c.id = w.criterion_id
    WHERE w.round_id = ${roundId}::uuid AND w.waits_for <> 'extra'
      AND (${promptId ?? null}::uuid IS NULL OR w.prompt_id = ${promptId ?? null}::uuid)
    ORDER BY c.position`
  return rows.map(({ min, max, step, ...cell }) => ({ ...cell, scale: { min, max, step } }))
}
