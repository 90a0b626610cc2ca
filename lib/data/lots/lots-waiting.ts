import type { Db, Transaction } from '@/lib/data/db'
import { isWithdrawnSql } from './withdrawn-sql'

/** How many lots of a study are drawn and not decided; those of excluded raters wait for nobody. */
export async function lotsWaiting(at: Db | Transaction, studyId: string): Promise<number> {
  const [row] = await at.$queryRaw<{ lots: number }[]>`
    SELECT count(*)::int AS lots FROM lot JOIN round ON round.id = lot.round_id
    WHERE round.study_id = ${studyId}::uuid AND lot.state = 'drawn' AND NOT ${isWithdrawnSql}`
  return row?.lots ?? 0
}
