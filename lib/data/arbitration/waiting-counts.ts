import type { WaitingCounts } from '@/lib/domain/quality/arbitration/waiting-cells'
import type { Db, Transaction } from '@/lib/data/db'
import type { StudyHead } from '@/lib/data/quality/study-head'

type Counted = Omit<WaitingCounts, 'ratings'> & { cells: number }

/** How many cells wait for what, and how many have their score. Counts only: they say nothing about any output. */
export async function waitingCounts(
  at: Db | Transaction,
  study: Pick<StudyHead, 'roundId' | 'rubricId'>,
): Promise<WaitingCounts> {
  const [row] = await at.$queryRaw<Counted[]>`
    WITH asked AS (SELECT id FROM criterion WHERE rubric_id = ${study.rubricId}::uuid),
    settled AS (
      SELECT DISTINCT ON (a.output_id, a.criterion_id) a.status, a.provenance->>'by' IN ('inspector', 'meeting') AS by_person
      FROM agreed_score a JOIN asked ON asked.id = a.criterion_id
      WHERE a.round_id = ${study.roundId}::uuid
        AND NOT EXISTS (SELECT FROM task_output x JOIN task t ON t.id = x.task_id
          WHERE x.output_id = a.output_id AND t.anchored_at IS NOT NULL)
      ORDER BY a.output_id, a.criterion_id, a.version DESC
    ), waiting AS (
      SELECT waits_for, count(*)::int AS n FROM waiting_cell WHERE round_id = ${study.roundId}::uuid GROUP BY waits_for
    )
    SELECT
      (SELECT count(DISTINCT x.output_id) FROM task_output x JOIN task t ON t.id = x.task_id
        WHERE t.round_id = ${study.roundId}::uuid AND t.anchored_at IS NULL)::int * (SELECT count(*) FROM asked)::int AS cells,
      (SELECT count(*) FROM settled WHERE status = 'agreed' AND NOT coalesce(by_person, false))::int AS agreed,
      (SELECT count(*) FROM settled WHERE status = 'agreed' AND by_person)::int AS decided,
      coalesce((SELECT n FROM waiting WHERE waits_for = 'extra'), 0) AS extra,
      coalesce((SELECT n FROM waiting WHERE waits_for = 'inspector'), 0) AS inspector,
      coalesce((SELECT n FROM waiting WHERE waits_for = 'meeting'), 0) AS meeting`
  if (!row) throw new RangeError('a query without FROM gives one row')
  const { cells, ...counts } = row
  const { agreed, decided, extra, inspector, meeting } = counts
  return { ...counts, ratings: Math.max(0, cells - agreed - decided - extra - inspector - meeting) }
}
