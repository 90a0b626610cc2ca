import type { LotPlan } from '@/lib/domain/quality/spot-check/lot-plan'
import { UserError } from '@/lib/domain/user-error'
import { uuidOr404 } from '@/lib/domain/uuid'
import type { Transaction } from '@/lib/data/db'
import { lockChain } from '@/lib/data/chain/lock'
import { studyHead, type StudyHead } from '@/lib/data/quality/study-head'
import { isWithdrawnSql } from './withdrawn-sql'

/** @throws UserError `closed` once the blind is lifted: an inspection would be none */
export function refuseUnsealed({ state }: StudyHead): void {
  if (state === 'unsealed' || state === 'published')
    throw new UserError(
      'closed',
      'The blind of this study is lifted; nothing of it can be inspected any more.',
    )
}

/**
 * A study as it stays until the transaction ends: nothing settles its cells meanwhile, and nobody lifts its blind. Taken
 * before the rows of lots and enrolments, so that nobody waits in a circle.
 */
export async function lockedStudy(tx: Transaction, slug: string): Promise<StudyHead> {
  const { id } = await studyHead(tx, slug)
  await lockChain(tx, id)
  await tx.$queryRaw`SELECT 1 FROM study WHERE id = ${id}::uuid FOR SHARE`
  return studyHead(tx, slug)
}

export type KeptLot = {
  id: string
  roundId: string
  raterId: string
  state: 'drawn' | 'passed' | 'failed'
  byHand: boolean
  plan: LotPlan
  /** Its rater is excluded, and it was not decided before. */
  withdrawn: boolean
}

/** A lot of a study, locked until the transaction ends: its inspections and decisions come one after the other. */
export async function lockedLot(tx: Transaction, study: StudyHead, lotId: string): Promise<KeptLot> {
  const [lot] = await tx.$queryRaw<KeptLot[]>`
    SELECT lot.id, lot.round_id AS "roundId", lot.rater_id AS "raterId", lot.state::text, lot.by_hand AS "byHand", lot.plan,
      ${isWithdrawnSql} AS withdrawn
    FROM lot JOIN round ON round.id = lot.round_id AND round.study_id = ${study.id}::uuid
    WHERE lot.id = ${uuidOr404(lotId)}::uuid FOR UPDATE OF lot`
  if (!lot) throw new UserError('not_found', 'There is no such lot in this study.')
  return lot
}
