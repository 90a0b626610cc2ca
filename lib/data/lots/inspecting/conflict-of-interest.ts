import type { Inspector } from '@/lib/domain/people/actor'
import { Prisma } from '@/lib/data/generated/client'

/** Whether the output of an inspection `i` comes from an organization that the inspector belongs to. */
export function conflictOfInterest(inspector: Inspector): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM output o JOIN model m ON m.id = o.model_id JOIN affiliation f ON f.organization_id = m.organization_id
    WHERE o.id = i.output_id AND f.account_id = ${inspector.id}::uuid AND (f.until IS NULL OR f.until >= current_date))`
}
