import type { Fingerprint } from '@/lib/domain/quality/views/rater-view'
import { db } from '@/lib/data/db'
import { schemeKept } from '@/lib/data/lots/deciding/scheme'

type Who = { studyId: string; raterId: string }

/**
 * What became of a rater's lots in a study, and how closely the next ones are looked at. Lots that wait are not counted: who
 * saw the number grow would know whose the new one is.
 */
export async function lotsOf({ studyId, raterId }: Who): Promise<Fingerprint['lots']> {
  const states = await db.lot.groupBy({
    by: ['state'],
    where: { raterId, round: { studyId }, state: { not: 'drawn' } },
    _count: true,
  })
  const count = (state: 'passed' | 'failed') => states.find((each) => each.state === state)?._count ?? 0
  const enrolment = await db.enrolment.findUniqueOrThrow({
    where: { studyId_raterId: { studyId, raterId } },
    select: { scheme: true },
  })
  return { passed: count('passed'), failed: count('failed'), level: schemeKept(enrolment.scheme).level }
}
