import type { ExclusionOutlook } from '@/lib/domain/quality/views/rater-view'
import type { Db, Transaction } from '@/lib/data/db'
import { ownRatingsSql } from './rater-ratings'

/** How many ratings an exclusion, or its undoing, is about, and how many others still take part. */
export async function panelAbout(
  at: Db | Transaction,
  { studyId, raterId, state }: { studyId: string; raterId: string; state: string },
): Promise<Pick<ExclusionOutlook, 'ratings' | 'raters'>> {
  const [row] = await at.$queryRaw<Pick<ExclusionOutlook, 'ratings' | 'raters'>[]>`
    SELECT (SELECT count(*)::int FROM (${ownRatingsSql({ studyId, raterId }, state === 'excluded')}) own) AS ratings,
      (SELECT count(*)::int FROM enrolment e WHERE e.study_id = ${studyId}::uuid AND e.rater_id <> ${raterId}::uuid
        AND e.state IN ('active', 'calibrating', 'paused')) AS raters`
  if (!row) throw new RangeError('a query without FROM gives one row')
  return row
}
