import { UserError } from '@/lib/domain/user-error'
import { lockChain } from '@/lib/data/chain/lock'
import type { Transaction } from '@/lib/data/db'
import { studyHead, type StudyHead } from '@/lib/data/quality/study-head'

/**
 * A study whose cells can still be decided: once the blind is lifted, nobody decides blind. It stays in this state, and
 * nothing else settles its cells, until the transaction ends.
 *
 * @throws UserError `not_found`, `closed`
 */
export async function arbitrableStudy(tx: Transaction, slug: string): Promise<StudyHead> {
  const { id } = await studyHead(tx, slug)
  await lockChain(tx, id)
  await tx.$queryRaw`SELECT 1 AS held FROM study WHERE id = ${id}::uuid FOR SHARE`
  const study = await studyHead(tx, slug)
  if (study.state === 'unsealed' || study.state === 'published')
    throw new UserError('closed', 'The blind of this study is lifted; nothing of it can be decided any more.')
  return study
}
