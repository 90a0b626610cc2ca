import { lotPlanKept, type LotPlan } from '@/lib/domain/quality/spot-check/lot-plan'
import { UserError } from '@/lib/domain/user-error'
import { uuidOr404 } from '@/lib/domain/uuid'
import type { Transaction } from '@/lib/data/db'
import type { StudyHead } from '@/lib/data/quality/study-head'
import { isWithdrawnSql } from './withdrawn-sql'

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

type Row = Omit<KeptLot, 'plan'> & { plan: unknown }

/** A lot of a study, locked until the transaction ends: its inspections and decisions come one after the other. */
export async function lockedLot(tx: Transaction, study: StudyHead, lotId: string): Promise<KeptLot> {
  const [lot] = await tx.$queryRaw<Row[]>`
    SELECT lot.id, lot.round_id AS "roundId", lot.rater_id AS "raterId", lot.state::text, lot.by_hand AS "byHand", lot.plan,
      ${isWithdrawnSql} AS withdrawn
    FROM lot JOIN round ON round.id = lot.round_id AND round.study_id = ${study.id}::uuid
    WHERE lot.id = ${uuidOr404(lotId)}::uuid FOR UPDATE OF lot`
  if (!lot) throw new UserError('not_found', 'There is no such lot in this study.')
  return { ...lot, plan: lotPlanKept.parse(lot.plan) }
}
