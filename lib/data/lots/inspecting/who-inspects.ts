import type { Inspector } from '@/lib/domain/people/actor'
import { Prisma } from '@/lib/data/generated/client'
import { hasInterest } from '@/lib/data/quality/conflict-of-interest'
import { isAtWorkSql } from '@/lib/data/quality/inspectors-at-work'

const unit = Prisma.sql`i.output_id`

/** Whether the inspector chose the rater of the lot of an inspection `i`, and so knows whose ratings these are. */
export const knowsRaterSql = (inspector: Inspector): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM lot named WHERE named.id = i.lot_id AND named.named_by_id = ${inspector.id}::uuid)`

/**
 * Whether an inspection `i` is left to another inspector: its output comes from an organization that this one belongs to,
 * or this one chose the lot's rater and there is somebody at work who did not and may judge the output.
 */
export const isForOthersSql = (inspector: Inspector): Prisma.Sql => Prisma.sql`(
  ${hasInterest(Prisma.sql`${inspector.id}::uuid`, unit)} OR (${knowsRaterSql(inspector)} AND EXISTS (
    SELECT FROM account other WHERE ${isAtWorkSql} AND other.id <> ${inspector.id}::uuid
      AND NOT ${hasInterest(Prisma.sql`other.id`, unit)})))`
