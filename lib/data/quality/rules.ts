import { rulesOf, type QualityRules } from '@/lib/domain/quality/quality-rules'
import type { Db, Transaction } from '@/lib/data/db'

export type RulesInForce = QualityRules & { protocolId: string; version: number }

/** The rules by which a study runs now: those of the newest version of its protocol. */
export async function rulesInForce(at: Db | Transaction, studyId: string): Promise<RulesInForce> {
  const row = await at.protocol.findFirstOrThrow({ where: { studyId }, orderBy: { version: 'desc' } })
  return { ...rulesOf(row), protocolId: row.id, version: row.version }
}
