import type { Transaction } from '@/lib/data/db'

/**
 * Anchors of one version of a rubric, in force under the next: where no criterion asks for anything else, what experts
 * agreed on holds. Returns how many.
 */
export function carryAnchors(tx: Transaction, { from, to }: { from: string; to: string }): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO anchor (id, study_id, task_id, output_id, rubric_id, cells, by_id)
    SELECT gen_random_uuid(), study_id, task_id, output_id, ${to}::uuid, cells, by_id FROM anchor
    WHERE rubric_id = ${from}::uuid AND retired_at IS NULL`
}
