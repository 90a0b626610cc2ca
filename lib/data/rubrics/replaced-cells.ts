import type { Transaction } from '@/lib/data/db'
import type { Round } from '@/lib/data/rules/seats-sql'
import type { NewVersion } from './new-version'

/** Free openings no longer ask for cells of criteria that have been replaced; one that asks for nothing else goes. */
export async function dropOldCells(
  tx: Transaction,
  { studyId, roundId }: Round,
  { criteria }: NewVersion,
): Promise<void> {
  const before = criteria.filter(({ repair }) => repair === 'anew').map((each) => each.before)
  await tx.$executeRaw`
    WITH root AS (
      SELECT coalesce(same_as, id) AS id FROM criterion WHERE id = ANY (${before}::uuid[])
    ), gone AS (
      SELECT c.id FROM criterion c JOIN rubric b ON b.id = c.rubric_id AND b.study_id = ${studyId}::uuid
      WHERE coalesce(c.same_as, c.id) IN (SELECT id FROM root)
    ), left_over AS (
      SELECT o.shuffle_key, ARRAY(SELECT cell FROM unnest(o.scope_cells) WITH ORDINALITY AS cells (cell, place)
        WHERE split_part(cell, '/', 2)::uuid NOT IN (SELECT id FROM gone) ORDER BY place) AS cells
      FROM opening o WHERE o.round_id = ${roundId}::uuid AND cardinality(o.scope_cells) > 0
    ), removed AS (
      DELETE FROM opening o USING left_over
      WHERE o.round_id = ${roundId}::uuid AND o.shuffle_key = left_over.shuffle_key AND cardinality(left_over.cells) = 0
    )
    UPDATE opening o SET scope_cells = left_over.cells FROM left_over
    WHERE o.round_id = ${roundId}::uuid AND o.shuffle_key = left_over.shuffle_key
      AND cardinality(left_over.cells) > 0 AND left_over.cells <> o.scope_cells`
}

/** Disputes about carried-on criteria wait on under the new version; those about replaced ones are over. */
export async function moveWaitingCells(
  tx: Transaction,
  roundId: string,
  { criteria }: NewVersion,
): Promise<void> {
  const kept = criteria.filter(({ repair }) => repair !== 'anew')
  const gone = criteria.filter(({ repair }) => repair === 'anew').map(({ before }) => before)
  await tx.$executeRaw`DELETE FROM waiting_cell WHERE round_id = ${roundId}::uuid AND criterion_id = ANY (${gone}::uuid[])`
  await tx.$executeRaw`
    UPDATE waiting_cell w SET criterion_id = moved.id
    FROM unnest(${kept.map(({ before }) => before)}::uuid[], ${kept.map(({ id }) => id)}::uuid[]) AS moved (before, id)
    WHERE w.round_id = ${roundId}::uuid AND w.criterion_id = moved.before`
}
