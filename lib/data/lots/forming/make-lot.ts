import { randomInt } from 'node:crypto'
import { lotPlan } from '@/lib/domain/quality/spot-check/lot-plan'
import { drawLotSample } from '@/lib/domain/quality/spot-check/lot-sample'
import type { SpotCheckTerms } from '@/lib/domain/quality/spot-check/terms'
import type { Transaction } from '@/lib/data/db'
import { unitsOfRatings, type CountingRating } from '@/lib/data/lots/lot-units'
import { schemeKept } from '@/lib/data/lots/deciding/scheme'

export type NewLot = {
  studyId: string
  roundId: string
  raterId: string
  ratings: readonly CountingRating[]
  byHand: boolean
  /** The inspector who chose this very rater; null where a rule did, or a filter over all. */
  namedById: string | null
  terms: SpotCheckTerms
}

/**
 * Makes a lot of a rater's ratings: its plan by the rater's level of inspection, the sample and the reserve drawn by a
 * stored seed. From here on these ratings cannot be corrected, nor can any before them: were it otherwise, what can
 * still be corrected would tell which of them was a hidden check.
 *
 * The rater's enrolment is to be locked by the caller: two lots of one rater are formed one after the other.
 */
export async function makeLot(tx: Transaction, lot: NewLot): Promise<{ lotId: string; units: number }> {
  const { studyId, roundId, raterId, ratings, byHand, namedById, terms } = lot
  const where = { studyId_raterId: { studyId, raterId } }
  const { scheme } = await tx.enrolment.findUniqueOrThrow({ where, select: { scheme: true } })
  const { units, criteria } = await unitsOfRatings(
    tx,
    ratings.map(({ ratingId }) => ratingId),
  )
  const plan = lotPlan({ terms, level: schemeKept(scheme).level, lotSize: units.length })
  const seed = randomInt(2 ** 32)
  const { drawn, reserve } = drawLotSample(units, criteria, { size: plan.sample, seed })
  const { id: lotId } = await tx.lot.create({
    data: { roundId, raterId, byHand, namedById, plan, seed },
    select: { id: true },
  })
  await tx.$executeRaw`
    INSERT INTO lot_rating (assignment_id, lot_id, rating_id)
    SELECT assignment_id, ${lotId}::uuid, rating_id
    FROM unnest(${ratings.map((each) => each.assignmentId)}::uuid[], ${ratings.map((each) => each.ratingId)}::uuid[])
      AS of_lot (assignment_id, rating_id)`
  const order = [...drawn, ...reserve]
  await tx.$executeRaw`
    INSERT INTO inspection (id, lot_id, rating_id, output_id, place)
    SELECT gen_random_uuid(), ${lotId}::uuid, rating_id, output_id, place - 1
    FROM unnest(${order.map((each) => each.ratingId)}::uuid[], ${order.map((each) => each.outputId)}::uuid[])
      WITH ORDINALITY AS unit (rating_id, output_id, place)`
  const last = ratings.reduce((latest, { sequence }) => (sequence > latest ? sequence : latest), 0n)
  await tx.$executeRaw`
    UPDATE enrolment SET locked_through = greatest(locked_through, ${last})
    WHERE study_id = ${studyId}::uuid AND rater_id = ${raterId}::uuid`
  return { lotId, units: units.length }
}
