import { Prisma } from '@/lib/data/generated/client'

/**
 * Whether a lot `lot` that is drawn and not decided is withdrawn: its rater is excluded, nothing of it counts, and nobody
 * has to inspect it. It is no state of its own, so that a rater who is restored has the lot back as it was.
 */
export const isWithdrawnSql = Prisma.sql`(lot.state = 'drawn' AND EXISTS (
  SELECT FROM enrolment seat JOIN round own_round ON own_round.id = lot.round_id AND own_round.study_id = seat.study_id
  WHERE seat.rater_id = lot.rater_id AND seat.state = 'excluded'))`
