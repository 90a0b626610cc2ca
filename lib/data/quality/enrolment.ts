import type { Inspector } from '@/lib/domain/people/actor'
import type { EnrolmentState } from '@/lib/domain/quality/views/rater-view'
import type { StudyState } from '@/lib/domain/study/study-state'
import { UserError } from '@/lib/domain/user-error'
import { db, type Db, type Transaction } from '@/lib/data/db'

/** A rater of a study, found by the pseudonym under which inspectors know them. */
export type NamedEnrolment = {
  studyId: string
  raterId: string
  state: EnrolmentState
  pseudonym: string
  /** The study, as pages head it. */
  study: { slug: string; name: string; state: StudyState }
}

/** Who stands behind a pseudonym of a study: the account's id stays in the data layer. */
export function enrolmentOf(_inspector: Inspector, slug: string, pseudonym: string): Promise<NamedEnrolment> {
  return enrolmentIn(db, slug, pseudonym)
}

/**
 * The same within a transaction: on its own connection, so that many at once do not wait for each other's second one, and
 * as the transaction sees it.
 */
export async function enrolmentIn(
  at: Db | Transaction,
  slug: string,
  pseudonym: string,
): Promise<NamedEnrolment> {
  const row = await at.enrolment.findFirst({
    where: { pseudonym, study: { slug } },
    select: {
      studyId: true,
      raterId: true,
      state: true,
      pseudonym: true,
      study: { select: { slug: true, name: true, state: true } },
    },
  })
  if (!row) throw new UserError('not_found', 'There is no such rater in this study.')
  return row
}
