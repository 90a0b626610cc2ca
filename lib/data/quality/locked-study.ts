import { isUnsealed } from '@/lib/domain/study/study-state'
import { UserError } from '@/lib/domain/user-error'
import { lockChain } from '@/lib/data/chain/lock'
import type { Transaction } from '@/lib/data/db'
import { studyHead, type StudyHead } from './study-head'

/**
 * A study as it stays until the transaction ends: nothing settles its cells meanwhile, and nobody lifts its blind. Taken
 * before the rows of lots, cases and enrolments, so that nobody waits in a circle.
 *
 * @throws UserError `not_found`
 */
export async function lockedStudy(tx: Transaction, slug: string): Promise<StudyHead> {
  const { id } = await studyHead(tx, slug)
  await lockChain(tx, id)
  await tx.$queryRaw`SELECT 1 AS held FROM study WHERE id = ${id}::uuid FOR SHARE`
  return studyHead(tx, slug)
}

/** @throws UserError `closed` once the blind is lifted: what was done then would not be blind */
export function refuseUnsealed({ state }: StudyHead): void {
  if (isUnsealed(state))
    throw new UserError('closed', 'The blind of this study is lifted; nothing of it can be judged any more.')
}

/** A study of which cells are still judged blind, locked. */
export async function lockedSealedStudy(tx: Transaction, slug: string): Promise<StudyHead> {
  const study = await lockedStudy(tx, slug)
  refuseUnsealed(study)
  return study
}
