import type { Admin } from '@/lib/domain/people/actor'
import { UserError } from '@/lib/domain/user-error'
import { recordAudit } from '@/lib/data/audit'
import { db } from '@/lib/data/db'
import { hashPassword } from '@/lib/data/passwords'

/** A rater made of code who can sign in; the same login again gets the new password. Returns the account's id. */
export async function simulatedRaterWithLogin(
  admin: Admin,
  who: { login: string; name: string; password: string },
): Promise<string> {
  const passwordHash = await hashPassword(who.password, who.login)
  const known = await db.person.findUnique({ where: { login: who.login }, select: { account: true } })
  if (known && !known.account.simulated)
    throw new UserError('conflict', `The login "${who.login}" belongs to a person.`)
  return db.$transaction(async (tx) => {
    if (known) {
      await tx.person.update({ where: { accountId: known.account.id }, data: { passwordHash } })
      return known.account.id
    }
    const person = { create: { login: who.login, name: who.name, passwordHash, languages: [], skills: [] } }
    const account = await tx.account.create({
      data: { role: 'rater', simulated: true, person },
      select: { id: true },
    })
    await recordAudit(tx, { actorId: admin.id, action: 'account.simulated', subjectId: account.id })
    return account.id
  })
}
