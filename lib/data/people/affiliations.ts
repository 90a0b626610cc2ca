import { recordAudit } from '@/lib/data/audit'
import type { Transaction } from '@/lib/data/db'
import type { Actor } from '@/lib/domain/people/actor'
import type { Affiliation } from '@/lib/domain/people/person'
import type { AffiliationInput } from '@/lib/domain/people/profile'
import { organizationIdFor } from './organizations'

type Stored = { organization: { name: string }; since: Date | null; until: Date | null; declaredAt: Date }

export const affiliationColumns = {
  select: { since: true, until: true, declaredAt: true, organization: { select: { name: true } } },
  orderBy: { declaredAt: 'asc' },
} as const

export function affiliationOf({ organization, since, until, declaredAt }: Stored): Affiliation {
  return {
    organization: organization.name,
    since: dayOf(since),
    until: dayOf(until),
    declaredAt: declaredAt.toISOString(),
  }
}

/**
 * Makes an account's affiliations these. What stays keeps the day it was declared: ratings made before that day by
 * somebody who had the affiliation already are flagged by it. The trail names rows, not organizations.
 */
export async function replaceAffiliations(
  tx: Transaction,
  actor: Actor,
  change: { accountId: string; wanted: AffiliationInput[] },
): Promise<void> {
  const { accountId, wanted } = change
  const kept = await tx.affiliation.findMany({ where: { accountId } })
  const seen = new Set<string>()
  const left = new Map(
    kept.map((row) => [keyOf(row.organizationId, dayOf(row.since), dayOf(row.until)), row.id]),
  )
  for (const { organization, since, until } of wanted) {
    const organizationId = await organizationIdFor(tx, organization)
    const key = keyOf(organizationId, since, until)
    const isRepeated = seen.has(key)
    seen.add(key)
    if (isRepeated || left.delete(key)) continue
    const data = { accountId, organizationId, since: dateOf(since), until: dateOf(until) }
    const { id } = await tx.affiliation.create({ data, select: { id: true } })
    await recordAudit(tx, {
      actorId: actor.id,
      action: 'affiliation.declared',
      subjectId: accountId,
      detail: { affiliationId: id },
    })
  }
  for (const id of left.values()) {
    await tx.affiliation.delete({ where: { id } })
    await recordAudit(tx, {
      actorId: actor.id,
      action: 'affiliation.withdrawn',
      subjectId: accountId,
      detail: { affiliationId: id },
    })
  }
}

const keyOf = (...parts: (string | null)[]) => JSON.stringify(parts)
const dayOf = (date: Date | null) => date && date.toISOString().slice(0, 10)
const dateOf = (day: string | null) => (day === null ? null : new Date(`${day}T00:00:00Z`))
