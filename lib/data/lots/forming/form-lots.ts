import { afterRating, atClose } from '@/lib/domain/quality/spot-check/forming'
import type { Due } from '@/lib/data/chain/due'
import type { Transaction } from '@/lib/data/db'
import { rulesInForce } from '@/lib/data/quality/rules'
import { countingRatings } from '@/lib/data/lots/lot-units'
import { makeLot } from './make-lot'

type Noted = { raterId: string; roundId: string; waiting: number }

/**
 * Counts a rating that came in, and makes a lot of the rater's oldest waiting ratings when they are enough. Corrections
 * and hidden checks are no ratings of their own; a rating that a lot by hand took meanwhile waits no more.
 */
export async function noteForLots(tx: Transaction, due: Due): Promise<void> {
  if (due.ratingId === null) return
  const { spotCheck: terms } = await rulesInForce(tx, due.studyId)
  if (terms === null) return
  const [noted] = await tx.$queryRaw<Noted[]>`
    SELECT a.rater_id AS "raterId", t.round_id AS "roundId", e.waiting_ratings AS waiting
    FROM rating r JOIN assignment a ON a.id = r.assignment_id JOIN task t ON t.id = a.task_id
    JOIN enrolment e ON e.study_id = a.study_id AND e.rater_id = a.rater_id
    WHERE r.id = ${due.ratingId}::uuid AND r.revision = 1 AND a.kind IN ('live', 'extra')
      AND NOT EXISTS (SELECT FROM lot_rating l WHERE l.assignment_id = a.id)
    FOR UPDATE OF e`
  if (!noted) return
  const { raterId, roundId } = noted
  const step = afterRating({ ratings: noted.waiting }, terms.lot_ratings)
  await setWaiting(tx, { studyId: due.studyId, raterId, waiting: step.waiting.ratings })
  if (step.due === 0) return
  const ratings = await countingRatings(tx, { roundId, raterId, freeOnly: true, limit: step.due })
  if (ratings.length > 0)
    await makeLot(tx, {
      studyId: due.studyId,
      roundId,
      raterId,
      ratings,
      byHand: false,
      namedById: null,
      terms,
    })
}

/** A closed study gets no more ratings: all that no lot has yet makes the last lots, whoever has looked at it so far. */
export async function formLastLots(tx: Transaction, studyId: string): Promise<number> {
  const { spotCheck: terms } = await rulesInForce(tx, studyId)
  if (terms === null) return 0
  const enrolled = await tx.$queryRaw<{ raterId: string; roundId: string }[]>`
    SELECT e.rater_id AS "raterId", st.current_round_id AS "roundId" FROM enrolment e JOIN study st ON st.id = e.study_id
    WHERE e.study_id = ${studyId}::uuid AND st.current_round_id IS NOT NULL ORDER BY e.rater_id FOR UPDATE OF e`
  let formed = 0
  for (const { raterId, roundId } of enrolled) {
    const ratings = await countingRatings(tx, { roundId, raterId, freeOnly: true })
    const step = atClose({ ratings: ratings.length })
    await setWaiting(tx, { studyId, raterId, waiting: step.waiting.ratings })
    if (step.due === 0) continue
    await makeLot(tx, { studyId, roundId, raterId, ratings, byHand: false, namedById: null, terms })
    formed += 1
  }
  return formed
}

async function setWaiting(
  tx: Transaction,
  of: { studyId: string; raterId: string; waiting: number },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE enrolment SET waiting_ratings = ${of.waiting}::int
    WHERE study_id = ${of.studyId}::uuid AND rater_id = ${of.raterId}::uuid`
}
