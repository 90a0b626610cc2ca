import { isUnsealed } from '@/lib/domain/study/study-state'
import { UserError } from '@/lib/domain/user-error'
import type { Transaction } from '@/lib/data/db'
import type { LoadedStudy } from './board-settings'

/** Figures by model are for studies whose blind has been lifted; asked within the transaction that reads the scores. */
export async function refuseSealed(tx: Transaction, { id, slug }: LoadedStudy): Promise<void> {
  const { state } = await tx.study.findUniqueOrThrow({ where: { id }, select: { state: true } })
  if (!isUnsealed(state)) {
    throw new UserError('sealed', `"${slug}" is ${state}: no figure by model before it is unsealed.`)
  }
}
