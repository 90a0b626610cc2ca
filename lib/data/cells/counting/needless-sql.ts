import { Prisma } from '@/lib/data/generated/client'
import { isCurrentSql, isStoppedSql, stoppedOutputsSql } from './stops-sql'

/**
 * Whether a slot that comes back is wanted no more: it was to replace outputs of a rating, and all of these count again by
 * now. Who holds such a slot may finish it; nobody else need begin.
 *
 * @param slot the relation with the slot's `scope` and `replaces`
 */
export function isNeedlessSql(slot: 'gone' | 'ended'): Prisma.Sql {
  const of = Prisma.raw(slot)
  return Prisma.sql`(${of}.kind = 'extra' AND cardinality(${of}.scope) > 0 AND EXISTS (
    SELECT FROM rating r WHERE r.assignment_id = ${of}.replaces AND ${isCurrentSql} AND NOT ${isStoppedSql}
      AND NOT ${of}.scope && ${stoppedOutputsSql}))`
}
