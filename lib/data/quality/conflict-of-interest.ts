import { Prisma } from '@/lib/data/generated/client'

/**
 * Who belongs to the organization behind which output today, as a relation `(account_id, output_id)`: one rule for whoever
 * judges an output, at a lot, a case or an anchor.
 */
export const interestsSql = Prisma.sql`(
  SELECT f.account_id, judged.id AS output_id FROM output judged JOIN model m ON m.id = judged.model_id
  JOIN affiliation f ON f.organization_id = m.organization_id AND (f.until IS NULL OR f.until >= current_date))`

/** Whether an output comes from an organization that a person belongs to: somebody else has to judge it. */
export const hasInterest = (accountId: Prisma.Sql, outputId: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM ${interestsSql} interest WHERE interest.account_id = ${accountId} AND interest.output_id = ${outputId})`
