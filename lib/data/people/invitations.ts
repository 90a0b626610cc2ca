import { lockAccounts, loginTaken, validLogin } from '@/lib/data/accounts'
import { recordAudit } from '@/lib/data/audit'
import { db, type Transaction } from '@/lib/data/db'
import { freshToken } from '@/lib/data/tokens'
import type { Admin, Role } from '@/lib/domain/people/actor'
import type { FreshInvitation } from '@/lib/domain/people/person'
import { invitationInput, type InvitationInput } from '@/lib/domain/people/profile'
import { siteUrl } from '@/lib/env'
import { UserError } from '@/lib/domain/user-error'
import { replaceAffiliations } from './affiliations'
import { accountOf } from './lifecycle'

const invitationMs = 7 * 24 * 3600_000

/** Makes an account for somebody, with a link under which a password is chosen, once and within a week. */
export async function invitePerson(admin: Admin, input: InvitationInput): Promise<FreshInvitation> {
  const { role, name, email, languages, skills, affiliations } = invitationInput.parse(input)
  const login = validLogin(input.login)
  const person = { create: { login, name: name || login, email: email || null, languages, skills } }
  return db.$transaction(async (tx) => {
    await lockAccounts(tx)
    if (await tx.person.count({ where: { login } })) throw loginTaken()
    const { id } = await tx.account.create({ data: { role, person }, select: { id: true } })
    await recordAudit(tx, { actorId: admin.id, action: 'account.invited', subjectId: id, detail: { role } })
    const wanted = affiliations.map((organization) => ({ organization, since: null, until: null }))
    await replaceAffiliations(tx, admin, { accountId: id, wanted })
    return invitationOf(tx, { id, login, role })
  })
}

/** A fresh link, for an invitation that ran out or a password that was forgotten; older links end. */
export async function renewInvitation(admin: Admin, login: string): Promise<FreshInvitation> {
  return db.$transaction(async (tx) => {
    const account = await accountOf(tx, login)
    if (account.disabledAt) throw new UserError('conflict', 'This account is disabled; enable it first.')
    await tx.invitation.deleteMany({ where: { accountId: account.id, usedAt: null } })
    await recordAudit(tx, { actorId: admin.id, action: 'account.invitation_renewed', subjectId: account.id })
    return invitationOf(tx, account)
  })
}

async function invitationOf(
  tx: Transaction,
  account: { id: string; login: string; role: Role },
): Promise<FreshInvitation> {
  const { token, tokenHash } = freshToken()
  const expiresAt = new Date(Date.now() + invitationMs)
  await tx.invitation.create({ data: { purpose: 'join', accountId: account.id, tokenHash, expiresAt } })
  const { id, login, role } = account
  return { id, login, role, invitation: `${siteUrl}/invite/${token}`, expiresAt: expiresAt.toISOString() }
}
