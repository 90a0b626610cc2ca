import { Prisma } from '@/lib/data/generated/client'
import type { Transaction } from '@/lib/data/db'
import { isCurrentSql, isStoppedSql } from './stops-sql'

type OfRater = { studyId: string; raterId: string }

/** A rater's live and extra ratings in a study, in their current revisions, that count as a whole, or that do not. */
export function ownRatingsSql({ studyId, raterId }: OfRater, stopped: boolean): Prisma.Sql {
  return Prisma.sql`
    SELECT r.id, r.assignment_id, a.task_id FROM assignment a JOIN rating r ON r.assignment_id = a.id AND ${isCurrentSql}
    WHERE a.study_id = ${studyId}::uuid AND a.rater_id = ${raterId}::uuid AND a.kind IN ('live', 'extra')
      AND ${isStoppedSql} = ${stopped}`
}

export type Changed = { ratingIds: string[]; taskIds: string[] }
type Change = OfRater & { by: string; reason: string; counts: boolean }

/** Lets all of a rater's ratings in a study count no more, or again, as far as they do not already. */
export async function setAllCounting(
  tx: Transaction,
  { by, reason, counts, ...rater }: Change,
): Promise<Changed> {
  const rows = await tx.$queryRaw<{ id: string; task: string }[]>`
    WITH own AS MATERIALIZED (${ownRatingsSql(rater, counts)}), decided AS (
      INSERT INTO counting_decision (rating_id, counts, reason, by_id)
      SELECT id, ${counts}, ${reason}, ${by}::uuid FROM own
    )
    SELECT id, task_id AS task FROM own`
  return { ratingIds: rows.map(({ id }) => id), taskIds: [...new Set(rows.map(({ task }) => task))] }
}
