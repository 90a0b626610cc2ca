import type { Db, Transaction } from '@/lib/data/db'

/** How many lots of a study are drawn and not decided. */
export async function lotsWaiting(at: Db | Transaction, studyId: string): Promise<number> {
  return at.lot.count({ where: { round: { studyId }, state: 'drawn' } })
}
