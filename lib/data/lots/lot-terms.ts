import type { DifferenceTolerance } from '@/lib/domain/quality/spot-check/inspection'
import { spotCheckTerms } from '@/lib/domain/quality/spot-check/terms'
import type { ScaleShape } from '@/lib/domain/study/scale'
import type { Db, Transaction } from '@/lib/data/db'
import { rulesInForce } from '@/lib/data/quality/rules'

/**
 * By what lots are judged now, also those that were formed before a study gave up its spot check.
 */
export async function termsOfLots(at: Db | Transaction, studyId: string) {
  const { spotCheck, arbitration } = await rulesInForce(at, studyId)
  const { error_tolerance: errorTolerance, switching } = spotCheck ?? spotCheckTerms.parse({})
  return { errorTolerance, switching, agreement: arbitration.tolerance }
}

/**
 * How far an inspector may be from a rating. A tolerance in marks becomes steps of the coarsest scale at hand; where people
 * need not agree, nothing is told apart but errors.
 */
export async function differenceTolerance(
  tx: Transaction,
  studyId: string,
  criteria: readonly { scale: ScaleShape }[],
): Promise<DifferenceTolerance> {
  const { errorTolerance: error, agreement } = await termsOfLots(tx, studyId)
  if (agreement === null) return { within: error, error }
  const widest = Math.max(...criteria.map(({ scale }) => scale.step))
  return { within: agreement.unit === 'steps' ? agreement.value : agreement.value / widest, error }
}
