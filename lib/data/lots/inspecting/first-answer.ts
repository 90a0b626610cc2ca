import { createHash } from 'node:crypto'
import { UserError } from '@/lib/domain/user-error'
import type { Transaction } from '@/lib/data/db'
import type { InspectionSent } from './inspection-input'
import { noSuchUnit } from './unit-at-hand'

type Asked = { inspectorId: string; lotId: string; key: string; hash: Uint8Array<ArrayBuffer> }

/** The same inspection gives the same hash, whatever the order of its scores. */
export function hashOf({
  inspectionId,
  scores,
  hardRulesBroken,
  cannotJudge,
}: InspectionSent): Asked['hash'] {
  const sorted = Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1))
  const text = JSON.stringify([inspectionId, sorted, hardRulesBroken, cannotJudge])
  return new Uint8Array(createHash('sha256').update(text).digest())
}

/**
 * The inspection that this key committed already.
 *
 * @throws UserError `conflict` where the key was used for something else, `not_found` where the unit is of another lot
 */
export async function answeredBefore(tx: Transaction, asked: Asked): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ hash: Uint8Array; inspectionId: string | null; lotId: string | null }[]>`
    SELECT d.body_hash AS hash, i.id AS "inspectionId", i.lot_id AS "lotId" FROM idempotency d
    LEFT JOIN rating r ON r.id = d.rating_id LEFT JOIN inspection i ON i.assignment_id = r.assignment_id
    WHERE d.rater_id = ${asked.inspectorId}::uuid AND d.key = ${asked.key}`
  if (!row) return null
  if (row.inspectionId === null || !Buffer.from(row.hash).equals(asked.hash))
    throw new UserError('conflict', 'This idempotency key was used for another inspection.')
  if (row.lotId !== asked.lotId) throw noSuchUnit()
  return row.inspectionId
}

export async function keepAnswer(tx: Transaction, asked: Asked, ratingId: string): Promise<void> {
  const { inspectorId: raterId, key, hash: bodyHash } = asked
  await tx.idempotency.create({ data: { raterId, key, bodyHash, ratingId } })
}
