import type { ExclusionOutlook } from '@/lib/domain/quality/views/rater-view'
import type { Db, Transaction } from '@/lib/data/db'
import { ownRatingsSql } from './rater-ratings'

/**
 * What excluding a rater would do now, or restoring one who is excluded: ratings that stop counting (count again), with
 * their tasks and cells, and how many others still take part.
 */
export async function exclusionOutlook(
  at: Db | Transaction,
  { studyId, raterId, state }: { studyId: string; raterId: string; state: string },
): Promise<ExclusionOutlook> {
  const [row] = await at.$queryRaw<ExclusionOutlook[]>`
    WITH own AS MATERIALIZED (${ownRatingsSql({ studyId, raterId }, state === 'excluded')})
    SELECT count(*)::int AS ratings, count(DISTINCT task_id)::int AS tasks,
      (SELECT count(*)::int FROM (SELECT DISTINCT s.output_id, s.criterion_id FROM score s JOIN own ON own.id = s.rating_id) said) AS cells,
      (SELECT count(*)::int FROM enrolment e WHERE e.study_id = ${studyId}::uuid AND e.rater_id <> ${raterId}::uuid
        AND e.state IN ('active', 'calibrating', 'paused')) AS raters
    FROM own`
  if (!row) throw new RangeError('a query without GROUP BY gives one row')
  return row
}
