import { endAllSessions, hasAdmin, lockAccounts } from '@/lib/data/accounts'
import { recordAudit } from '@/lib/data/audit'
import { db, type Transaction } from '@/lib/data/db'
import type { Admin, Role } from '@/lib/domain/people/actor'
import { normaliseLogin } from '@/lib/domain/people/login'
import { UserError } from '@/lib/domain/user-error'
import { comeBackToWork, letGoOfWork } from './let-go'

type Account = { id: string; login: string; role: Role; disabledAt: Date | null }

/** Shuts an account out from its next request on, and passes on what it holds; disabling twice changes nothing. */
export async function disablePerson(admin: Admin, login: string): Promise<{ id: string; login: string }> {
  return db.$transaction(async (tx) => {
    const account = await removable(tx, login)
    if (!account.disabledAt) {
      await tx.account.update({ where: { id: account.id }, data: { disabledAt: new Date() } })
      await endAllSessions(account.id, { tx })
      await letGoOfWork(tx, account.id)
      await recordAudit(tx, { actorId: admin.id, action: 'account.disabled', subjectId: account.id })
    }
    return { id: account.id, login: account.login }
  })
}

export async function enablePerson(admin: Admin, login: string): Promise<{ id: string; login: string }> {
  return db.$transaction(async (tx) => {
    const account = await accountOf(tx, login)
    if (account.disabledAt) {
      await tx.account.update({ where: { id: account.id }, data: { disabledAt: null } })
      await comeBackToWork(tx, account.id)
      await recordAudit(tx, { actorId: admin.id, action: 'account.enabled', subjectId: account.id })
    }
    return { id: account.id, login: account.login }
  })
}

/** Forgets who somebody is. The account stays, disabled and nameless, and the ratings under its pseudonyms with it. */
export async function erasePerson(admin: Admin, login: string): Promise<{ id: string }> {
  return db.$transaction(async (tx) => {
    const { id, disabledAt } = await removable(tx, login)
    const now = new Date()
    const where = { accountId: id }
    await tx.affiliation.deleteMany({ where })
    await tx.invitation.deleteMany({ where })
    await tx.session.deleteMany({ where })
    await tx.person.deleteMany({ where })
    await tx.account.update({ where: { id }, data: { disabledAt: disabledAt ?? now, erasedAt: now } })
    if (!disabledAt) await letGoOfWork(tx, id)
    await recordAudit(tx, { actorId: admin.id, action: 'account.erased', subjectId: id })
    return { id }
  })
}

/** The account behind a login that an admin names. */
export async function accountOf(tx: Transaction, login: string): Promise<Account> {
  const person = await tx.person.findUnique({
    where: { login: normaliseLogin(login) ?? '' },
    select: { login: true, account: { select: { id: true, role: true, disabledAt: true } } },
  })
  const role = person?.account.role
  if (!person || !role || role === 'operator')
    throw new UserError('not_found', `Nobody has the login ${login}.`)
  return { ...person.account, login: person.login, role }
}

/** Of two admins who remove each other at once, one stays. */
async function removable(tx: Transaction, login: string): Promise<Account> {
  await lockAccounts(tx)
  const account = await accountOf(tx, login)
  const isAdmin = account.role === 'admin' && (await hasAdmin(tx))
  if (isAdmin && !(await hasAdmin(tx, { besides: account.id }))) {
    throw new UserError('conflict', 'This is the last admin; invite another one first.')
  }
  return account
}
