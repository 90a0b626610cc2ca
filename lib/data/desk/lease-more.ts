import type { Rater } from '@/lib/domain/people/actor'
import { blurred } from '@/lib/data/checks/blurred'
import { checkRates } from '@/lib/data/checks/check-rates'
import { placementPlan } from '@/lib/data/checks/placement-plan'
import { deskQuery } from '@/lib/data/desk-query'
import { Prisma } from '@/lib/data/generated/client'
import { retryRaces } from '@/lib/data/retry'
import { claimParts } from './claim-sql'
import { placedSql } from './write-sql'

/** Walks on from the rater's cursor; where that finds nothing, once more from the start of the line. */
export async function leaseMore(
  rater: Rater,
  slug: string,
  { limit, checks }: { limit: number; checks: unknown },
): Promise<void> {
  const rates = checkRates(checks)
  for (const fromStart of [false, true]) {
    const moved = await retryRaces(async () => {
      const plan = rates && (await placementPlan(rater.id, slug, { rates, limit, fromStart }))
      return deskQuery(Prisma.sql`
        WITH ${claimParts(rater.id, slug, { limit, fromStart, plan })}
        UPDATE enrolment e SET cursor = coalesce((SELECT max(shuffle_key) FROM chosen), e.cursor), ${placedSql(plan)} FROM seat
        WHERE e.study_id = seat.study_id AND e.rater_id = ${rater.id}::uuid AND EXISTS (SELECT FROM leased)
        RETURNING e.cursor`)
    })
    if (moved.length > 0) break
  }
  if (rates) await blurred()
}
