import { waitingFor } from '@/lib/domain/quality/arbitration/waiting-cells'
import type { Transaction } from '@/lib/data/db'
import type { SettledCell } from './settle-task'
import type { SettlingTerms } from './settling-terms'

type Known = { outputIds: readonly string[]; cells: readonly SettledCell[] }

/** Keeps the list of disputed cells: who they wait for, and since when. Cells that wait for their k ratings are not on it. */
export async function keepWaiting(
  tx: Transaction,
  { roundId }: SettlingTerms,
  { outputIds, cells }: Known,
): Promise<void> {
  const waiting = cells.flatMap(({ cell, step }) => {
    const waitsFor = waitingFor(step)
    if (waitsFor === null || waitsFor === 'ratings') return []
    return [
      {
        output: cell.outputId,
        criterion: cell.criterionId,
        prompt: cell.promptId,
        task: cell.tasks[0],
        waits_for: waitsFor,
        because: step.step === 'decide' ? step.because : null,
        values: cell.facts.ratings.map(({ value }) => value),
      },
    ]
  })
  await tx.$executeRaw`
    WITH fresh AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(waiting)}::jsonb) AS f (output uuid, criterion uuid, prompt uuid,
        task uuid, waits_for text, because text, values float8[])
    ), gone AS (
      DELETE FROM waiting_cell w WHERE w.output_id = ANY (${outputIds}::uuid[])
        AND NOT EXISTS (SELECT FROM fresh f WHERE f.output = w.output_id AND f.criterion = w.criterion_id)
    )
    INSERT INTO waiting_cell (output_id, criterion_id, round_id, task_id, prompt_id, waits_for, because, values)
    SELECT output, criterion, ${roundId}::uuid, task, prompt, waits_for, because, values FROM fresh
    ON CONFLICT (output_id, criterion_id) DO UPDATE SET waits_for = excluded.waits_for, because = excluded.because,
      values = excluded.values,
      since = CASE WHEN waiting_cell.waits_for = excluded.waits_for THEN waiting_cell.since ELSE excluded.since END
    WHERE (waiting_cell.waits_for, waiting_cell.because, waiting_cell.values)
      IS DISTINCT FROM (excluded.waits_for, excluded.because, excluded.values)`
}
