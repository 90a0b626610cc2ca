import type { Db, Transaction } from '@/lib/data/db'

/**
 * How many cells of a study have counting scores further apart than the tolerance. A count only: it says nothing about
 * any output, so it may be shown while the study is sealed.
 */
export async function disputedCells(tx: Db | Transaction, studyId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ disputed: number }[]>`
    WITH current AS (
      SELECT DISTINCT ON (r.assignment_id) r.id, a.scope
      FROM assignment a JOIN rating r ON r.assignment_id = a.id
      WHERE a.study_id = ${studyId}::uuid AND a.kind IN ('live', 'extra') AND a.status = 'submitted'
      ORDER BY r.assignment_id, r.revision DESC
    ), counting AS (
      SELECT * FROM current WHERE coalesce((SELECT d.counts FROM counting_decision d
        WHERE d.rating_id = current.id AND d.output_id IS NULL ORDER BY d.sequence DESC LIMIT 1), true)
    ), cell AS (
      SELECT s.output_id, s.criterion_id, max(s.value) - min(s.value) AS spread
      FROM counting JOIN score s ON s.rating_id = counting.id
      WHERE cardinality(counting.scope) = 0 OR s.output_id = ANY (counting.scope)
      GROUP BY s.output_id, s.criterion_id
    )
    SELECT count(*)::int AS disputed FROM cell
    JOIN criterion c ON c.id = cell.criterion_id
    JOIN study st ON st.id = ${studyId}::uuid JOIN protocol p ON p.id = st.current_protocol_id
    WHERE cell.spread > p.tolerance * c.step + 1e-9`
  return row?.disputed ?? 0
}
