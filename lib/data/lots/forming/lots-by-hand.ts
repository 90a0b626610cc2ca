import { z } from 'zod'
import type { Inspector } from '@/lib/domain/people/actor'
import { lotsByHand } from '@/lib/domain/quality/spot-check/forming'
import { UserError } from '@/lib/domain/user-error'
import { recordAudit } from '@/lib/data/audit'
import { db, type Transaction } from '@/lib/data/db'
import { enrolmentOf } from '@/lib/data/quality/enrolment'
import { lockedSealedStudy } from '@/lib/data/quality/locked-study'
import { rulesInForce } from '@/lib/data/quality/rules'
import { countingRatings } from '@/lib/data/lots/lot-units'
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
 * Forms lots by hand over a filter, one for each rater found. Who names the rater knows whose lot it is, and leaves it to
 * others to inspect.
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
      const study = await lockedSealedStudy(tx, slug)
      const { spotCheck: terms } = await rulesInForce(tx, study.id)
      if (terms === null)
        throw new UserError('blocked', 'This study has no spot check: its protocol names none.')
      await lockEnrolments(tx, { studyId: study.id, raterId })
      const found = await countingRatings(tx, {
        roundId: study.roundId,
        raterId,
        freeOnly: false,
        since: since === null ? null : new Date(since),
      })
      const inLot = new Set(found.filter((each) => each.inLot).map(({ ratingId }) => ratingId))
      const byId = new Map(found.map((each) => [each.ratingId, each]))
      const lots = lotsByHand(found, inLot)
      for (const lot of lots) {
        const ratings = lot.ratingIds.flatMap((id) => byId.get(id) ?? [])
        const made = {
          studyId: study.id,
          roundId: study.roundId,
          raterId: lot.raterId,
          ratings,
          byHand: true,
          namedById: raterId === null ? null : inspector.id,
          terms,
        }
        const { lotId, units } = await makeLot(tx, made)
        await noLongerWaiting(tx, { studyId: study.id, raterId: lot.raterId, lotId })
        await recordAudit(tx, {
          actorId: inspector.id,
          action: 'lot.formed',
          subjectId: lotId,
          studyId: study.id,
          detail: { ratings: ratings.length, units },
        })
      }
      return { formed: lots.length }
    },
    { timeout: 300_000, maxWait: 20_000 },
  )
}

/**
 * Before any rating is looked at, in the order in which everybody locks them: what is corrected just now is corrected before
 * the lot is formed, or not at all.
 */
async function lockEnrolments(
  tx: Transaction,
  { studyId, raterId }: { studyId: string; raterId: string | null },
): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 AS held FROM enrolment
    WHERE study_id = ${studyId}::uuid AND (${raterId}::uuid IS NULL OR rater_id = ${raterId}::uuid)
    ORDER BY rater_id FOR UPDATE`
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
