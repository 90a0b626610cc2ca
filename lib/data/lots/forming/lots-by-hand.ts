import { z } from 'zod'
import type { Inspector } from '@/lib/domain/people/actor'
import { lotsByHand } from '@/lib/domain/quality/spot-check/forming'
import { UserError } from '@/lib/domain/user-error'
import { recordAudit } from '@/lib/data/audit'
import { db, type Transaction } from '@/lib/data/db'
import { enrolmentOf } from '@/lib/data/quality/enrolment'
import { rulesInForce } from '@/lib/data/quality/rules'
import { countingRatings } from '@/lib/data/lots/lot-units'
import { lockedStudy, refuseUnsealed } from '@/lib/data/lots/lot-place'
import { makeLot } from './make-lot'

/** Which ratings to inspect: those of a rater, those since a moment, or both; with neither, all that no lot has. */
export const lotFilter = z.object({
  rater: z.string().min(1).max(40).nullable().default(null),
  since: z
    .union([z.iso.datetime({ offset: true }), z.iso.date()])
    .nullable()
    .default(null),
})
export type LotFilter = z.input<typeof lotFilter>

/**
 * Forms lots by hand over a filter, one for each rater found.
 *
 * @throws UserError `blocked` where the filter finds nothing that could be inspected
 */
export async function formLotsByHand(
  inspector: Inspector,
  slug: string,
  filter: LotFilter,
): Promise<{ formed: number }> {
  const { rater, since } = lotFilter.parse(filter)
  const raterId = rater === null ? null : (await enrolmentOf(inspector, slug, rater)).raterId
  return db.$transaction(
    async (tx) => {
      const study = await lockedStudy(tx, slug)
      refuseUnsealed(study)
      const { spotCheck: terms } = await rulesInForce(tx, study.id)
      if (terms === null)
        throw new UserError('blocked', 'This study has no spot check: its protocol names none.')
      const found = await countingRatings(tx, {
        ...{ roundId: study.roundId, raterId, freeOnly: false },
        since: since === null ? null : new Date(since),
      })
      const inLot = new Set(found.filter((each) => each.inLot).map(({ ratingId }) => ratingId))
      const byId = new Map(found.map((each) => [each.ratingId, each]))
      const lots = lotsByHand(found, inLot)
      for (const lot of lots) {
        const ratings = lot.ratingIds.flatMap((id) => byId.get(id) ?? [])
        await tx.$queryRaw`
          SELECT 1 FROM enrolment WHERE study_id = ${study.id}::uuid AND rater_id = ${lot.raterId}::uuid FOR UPDATE`
        const made = {
          studyId: study.id,
          roundId: study.roundId,
          raterId: lot.raterId,
          ratings,
          byHand: true,
          terms,
        }
        const { lotId, units } = await makeLot(tx, made)
        await noLongerWaiting(tx, { studyId: study.id, raterId: lot.raterId, lotId })
        await recordAudit(tx, {
          ...{ actorId: inspector.id, action: 'lot.formed', subjectId: lotId, studyId: study.id },
          detail: { ratings: ratings.length, units },
        })
      }
      return { formed: lots.length }
    },
    { timeout: 300_000, maxWait: 20_000 },
  )
}

/** Ratings that the worker has counted leave the count; those it has yet to look at it will find in a lot. */
async function noLongerWaiting(
  tx: Transaction,
  of: { studyId: string; raterId: string; lotId: string },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE enrolment SET waiting_ratings = greatest(0, waiting_ratings - (
      SELECT count(*)::int FROM lot_rating l WHERE l.lot_id = ${of.lotId}::uuid AND NOT EXISTS (
        SELECT FROM chain_due d JOIN rating r ON r.id = d.rating_id WHERE r.assignment_id = l.assignment_id AND r.revision = 1)))
    WHERE study_id = ${of.studyId}::uuid AND rater_id = ${of.raterId}::uuid`
}
