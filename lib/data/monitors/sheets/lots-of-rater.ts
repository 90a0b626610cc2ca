import type { Fingerprint } from '@/lib/domain/quality/views/rater-view'
import { z } from 'zod'
import { db } from '@/lib/data/db'

const scheme = z.object({ level: z.enum(['normal', 'tightened', 'full']) })

/** What became of a rater's lots in a study, and how closely the next ones are looked at. */
export async function lotsOf({
  studyId,
  raterId,
}: {
  studyId: string
  raterId: string
}): Promise<Fingerprint['lots']> {
  const states = await db.lot.groupBy({ by: ['state'], where: { raterId, round: { studyId } }, _count: true })
  const count = (state: 'drawn' | 'passed' | 'failed') =>
    states.find((each) => each.state === state)?._count ?? 0
  const enrolment = await db.enrolment.findUniqueOrThrow({
    where: { studyId_raterId: { studyId, raterId } },
    select: { scheme: true },
  })
  const { level } = scheme.parse(enrolment.scheme)
  return { passed: count('passed'), failed: count('failed'), drawn: count('drawn'), level }
}
