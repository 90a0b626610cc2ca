import { sealAuditEntries } from '@/lib/data/audit-seals'
import type { Admin } from '@/lib/domain/people/actor'
import type { Round } from './rounds'

/** The audit trail is sealed in small batches, off everybody's path. */
export const sealAudit = (operator: Admin): Round => ({
  name: 'seal audit',
  everyMs: 10_000,
  run: () => sealAuditEntries(operator),
})
