import { UserError } from '@/lib/domain/user-error'
import { lockChain } from '@/lib/data/chain/lock'
import type { Transaction } from '@/lib/data/db'
import type { StudyState } from '@/lib/data/generated/enums'

export type LockedStudy = {
  id: string
  slug: string
  state: StudyState
  /** The round in which raters work; null in a draft. */
  roundId: string | null
}

/**
 * A study with nothing else changing in it: its row is locked, as each step of its life locks it, and what settles its
 * cells waits. In the same order as everybody who takes both.
 */
export async function lockedStudy(tx: Transaction, slug: string): Promise<LockedStudy> {
  const study = await tx.study.findUnique({ where: { slug }, select: { id: true } })
  if (!study) throw new UserError('not_found', `There is no study "${slug}".`)
  await lockChain(tx, study.id)
  const [locked] = await tx.$queryRaw<LockedStudy[]>`
    SELECT id, slug, state::text, current_round_id AS "roundId" FROM study WHERE id = ${study.id}::uuid FOR NO KEY UPDATE`
  if (!locked) throw new RangeError('a study is never deleted')
  return locked
}
