import type { Transaction } from '@/lib/data/db'

/** One spelling for comparison: compatibility characters folded, lower case, single spaces. */
export function normaliseAlias(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** The organization known under this name, made when nobody has named it before. */
export async function organizationIdFor(tx: Transaction, name: string): Promise<string> {
  const alias = normaliseAlias(name)
  // Two people naming the same new organization at once must not make two of it.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('mangping organization'))`
  const known = await tx.organizationAlias.findUnique({ where: { alias }, select: { organizationId: true } })
  if (known) return known.organizationId
  const made = await tx.organization.create({
    data: { name: name.trim(), aliases: { create: { alias } } },
    select: { id: true },
  })
  return made.id
}
