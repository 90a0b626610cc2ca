import type { Db, Transaction } from '@/lib/data/db'
import { UserError } from '@/lib/domain/user-error'

export type StudyHead = {
  id: string
  slug: string
  name: string
  state: 'draft' | 'open' | 'paused' | 'closed' | 'unsealed' | 'published'
  /** The newest round; a study has one from its import on. */
  roundId: string
  /** The newest rubric. */
  rubricId: string
}

/**
 * What functions of the quality chain need to know of a study.
 *
 * @throws UserError `not_found`
 */
export async function studyHead(at: Db | Transaction, slug: string): Promise<StudyHead> {
  const study = await at.study.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      name: true,
      state: true,
      rounds: { orderBy: { number: 'desc' }, take: 1, select: { id: true } },
      rubrics: { orderBy: { version: 'desc' }, take: 1, select: { id: true } },
    },
  })
  if (!study) throw new UserError('not_found', `There is no study "${slug}".`)
  const [round, rubric] = [study.rounds[0], study.rubrics[0]]
  if (!round || !rubric) throw new RangeError(`study ${slug} has no round or rubric`)
  const { id, name, state } = study
  return { id, slug, name, state, roundId: round.id, rubricId: rubric.id }
}
