import { db } from '@/lib/data/db'
import type { Inspector } from '@/lib/domain/people/actor'

/** Makes an inspector belong to the organization behind a model. */
export async function belongTo(inspector: Inspector, modelId: string | undefined): Promise<void> {
  const { id: organizationId } = await db.organization.create({ data: { name: `lab-${modelId}` } })
  await db.judgedModel.update({ where: { id: modelId ?? '' }, data: { organizationId } })
  await db.affiliation.create({ data: { accountId: inspector.id, organizationId } })
}

/** While this runs no other inspector than these is at work, whatever other tests have left behind. */
export async function aloneAtWork<T>(inspectors: readonly Inspector[], run: () => Promise<T>): Promise<T> {
  const ids = inspectors.map(({ id }) => id)
  const others = await db.account.findMany({
    where: { role: 'inspector', disabledAt: null, id: { notIn: ids } },
    select: { id: true },
  })
  const where = { id: { in: others.map(({ id }) => id) } }
  await db.account.updateMany({ where, data: { disabledAt: new Date() } })
  try {
    return await run()
  } finally {
    await db.account.updateMany({ where, data: { disabledAt: null } })
  }
}
