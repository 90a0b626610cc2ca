import type { Rater } from '@/lib/domain/people/actor'
import type { EnrolmentState } from '@/lib/domain/quality/views/rater-view'
import type { StudyState } from '@/lib/domain/study/study-state'
import { UserError } from '@/lib/domain/user-error'
import { db } from '@/lib/data/db'

export type OwnEnrolment = {
  studyId: string
  raterId: string
  state: EnrolmentState
  done: number
  study: { slug: string; name: string; state: StudyState }
}

/** Where a rater takes part, or took part: whoever was excluded may still see the own sheet and appeal. */
export async function ownEnrolment(rater: Rater, slug: string): Promise<OwnEnrolment> {
  const row = await db.enrolment.findFirst({
    where: { raterId: rater.id, study: { slug, state: { not: 'draft' } } },
    select: {
      studyId: true,
      raterId: true,
      state: true,
      done: true,
      study: { select: { slug: true, name: true, state: true } },
    },
  })
  if (!row) throw new UserError('not_found', 'No such study.')
  return row
}

/** Appeals are heard while something can still be changed. */
export function takesAppeals(studyState: string): boolean {
  return studyState !== 'unsealed' && studyState !== 'published'
}
