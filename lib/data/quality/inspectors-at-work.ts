import { Prisma } from '@/lib/data/generated/client'

/** Whether an account `other` is an inspector who can take work: not disabled, and no invitation that nobody took up. */
export const isAtWorkSql = Prisma.sql`(
  other.role = 'inspector' AND other.disabled_at IS NULL AND other.erased_at IS NULL
  AND NOT EXISTS (SELECT FROM person invited WHERE invited.account_id = other.id AND invited.password_hash IS NULL))`
