import { UserError } from '@/lib/domain/user-error'
import { normaliseLogin } from '@/lib/domain/people/login'
import type { Role } from '@/lib/domain/people/actor'
import { siteUrl } from '@/lib/env'
import { recordAudit } from './audit'
import { db, type Db, type Transaction } from './db'
import { deskQuery } from './desk-query'
import { Prisma } from './generated/client'
import { hashPassword } from './passwords'
import { freshToken, hashToken } from './tokens'

// The side of signing in: whoever calls this has no actor yet. Only lib/server and scripts import it.

const sessionMs = 14 * 24 * 3600_000
const setUpMs = 24 * 3600_000

// Sessions ------------------------------------------------------------------------------------------------------

/** Who holds a session, if it is alive and the account may act; on the path of every request. */
export async function sessionHolder(sessionId: string): Promise<{ id: string; role: Role } | null> {
  const [holder] = await deskQuery<{ id: string; role: Role }>(Prisma.sql`
    SELECT account.id, account.role::text AS role
    FROM session JOIN account ON account.id = session.account_id
    WHERE session.id = ${sessionId}::uuid AND session.ended_at IS NULL AND session.expires_at > now()
      AND account.disabled_at IS NULL AND account.role <> 'operator'`)
  return holder ?? null
}

/** A session of its own for each sign-in: an id from before signing in is worth nothing. */
export async function startSession(accountId: string): Promise<string> {
  const session = await db.session.create({
    data: { accountId, expiresAt: new Date(Date.now() + sessionMs) },
    select: { id: true },
  })
  return session.id
}

export async function endSession(sessionId: string): Promise<void> {
  await db.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: new Date() } })
}

/** Ends every session of an account, but for the one to keep. */
export async function endAllSessions(
  accountId: string,
  options: { keep?: string; tx?: Transaction } = {},
): Promise<void> {
  await (options.tx ?? db).session.updateMany({
    where: { accountId, endedAt: null, ...(options.keep ? { id: { not: options.keep } } : {}) },
    data: { endedAt: new Date() },
  })
}

// Signing in ----------------------------------------------------------------------------------------------------

export type KnownLogin = { accountId: string; login: string; passwordHash: string | null }

/** The account behind a login, or null; disabled accounts and invitations not taken up have no password to compare. */
export async function findLogin(text: string): Promise<KnownLogin | null> {
  const person = await db.person.findUnique({
    where: { login: normaliseLogin(text) ?? '' },
    select: { accountId: true, login: true, passwordHash: true, account: { select: { disabledAt: true } } },
  })
  if (!person) return null
  const { accountId, login, passwordHash } = person
  return { accountId, login, passwordHash: person.account.disabledAt ? null : passwordHash }
}

/** The login and the password hash of somebody who is signed in already. */
export async function credentialsOf(accountId: string): Promise<KnownLogin> {
  return db.person.findUniqueOrThrow({
    where: { accountId },
    select: { accountId: true, login: true, passwordHash: true },
  })
}

/** Sets a password and ends the account's other sessions. The caller has asked for the old one. */
export async function replacePassword(
  known: KnownLogin,
  password: string,
  keepSession: string,
): Promise<void> {
  const passwordHash = await hashPassword(password, known.login)
  const { accountId } = known
  await db.$transaction(async (tx) => {
    await tx.person.update({ where: { accountId }, data: { passwordHash, passwordChangedAt: new Date() } })
    await endAllSessions(accountId, { keep: keepSession, tx })
    await recordAudit(tx, { actorId: accountId, action: 'account.password_changed', subjectId: accountId })
  })
}

// The operator and raters made of code --------------------------------------------------------------------------

/** The one account under which the command line and the worker act. */
export async function operatorAccount(): Promise<string> {
  const known = await findOperator(db)
  if (known) return known
  return db.$transaction(async (tx) => {
    await lockAccounts(tx)
    return (
      (await findOperator(tx)) ??
      (await tx.account.create({ data: { role: 'operator' }, select: { id: true } })).id
    )
  })
}

async function findOperator(tx: Transaction | Db): Promise<string | undefined> {
  const account = await tx.account.findFirst({ where: { role: 'operator' }, select: { id: true } })
  return account?.id
}

/** The id, if the account is a rater made of code. */
export async function simulatedAccount(id: string): Promise<string> {
  const account = await db.account.findFirst({
    where: { id, simulated: true, role: 'rater' },
    select: { id: true },
  })
  if (!account) throw new Error(`Account ${id} is no simulated rater.`)
  return account.id
}

/** The id, if the account is an admin (or the operator) who may act now: a job acts as who asked for it. */
export async function adminAccount(id: string): Promise<string> {
  const account = await db.account.findFirst({
    where: { id, role: { in: ['admin', 'operator'] }, disabledAt: null },
    select: { id: true },
  })
  if (!account) throw new UserError('forbidden', 'Who asked for this is no admin any more.')
  return account.id
}

// The first admin -----------------------------------------------------------------------------------------------

/** A link under which the first admin sets up the site, valid once and for a day; null when there is an admin. */
export async function freshSetUpLink(): Promise<string | null> {
  return db.$transaction(async (tx) => {
    await lockAccounts(tx)
    if (await hasAdmin(tx)) return null
    await tx.invitation.deleteMany({ where: { purpose: 'set_up', usedAt: null } })
    const { token, tokenHash } = freshToken()
    await tx.invitation.create({
      data: { purpose: 'set_up', tokenHash, expiresAt: new Date(Date.now() + setUpMs) },
    })
    return `${siteUrl}/set-up/${token}`
  })
}

export async function isSetUpOpen(token: string): Promise<boolean> {
  const found = await db.invitation.count({ where: liveToken(token, 'set_up') })
  return found === 1 && !(await hasAdmin(db))
}

/** Makes the first admin. The link works once: of two clicks one wins and the other reads `gone`. */
export async function acceptSetUp(
  token: string,
  input: { login: string; name: string; password: string },
): Promise<{ login: string }> {
  const login = validLogin(input.login)
  if (!(await isSetUpOpen(token))) throw linkGone()
  const passwordHash = await hashPassword(input.password, login)
  await db.$transaction(async (tx) => {
    await lockAccounts(tx)
    if (await hasAdmin(tx)) throw linkGone()
    if (await tx.person.count({ where: { login } })) throw loginTaken()
    const person = { create: { login, name: input.name, passwordHash, passwordChangedAt: new Date() } }
    const admin = await tx.account.create({ data: { role: 'admin', person }, select: { id: true } })
    await useUp(tx, token, 'set_up')
    await recordAudit(tx, { actorId: admin.id, action: 'account.set_up', subjectId: admin.id })
  })
  return { login }
}

/** Who exists and who is the last admin is decided one change after another. */
export async function lockAccounts(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('mangping set-up'))`
}

/** Whether anybody can sign in as an admin. */
export async function hasAdmin(tx: Transaction | Db, options: { besides?: string } = {}): Promise<boolean> {
  const besides = options.besides ? { id: { not: options.besides } } : {}
  const where = {
    role: 'admin' as const,
    disabledAt: null,
    person: { passwordHash: { not: null } },
    ...besides,
  }
  return (await tx.account.count({ where })) > 0
}

// Invitations ---------------------------------------------------------------------------------------------------

/** Whom an invitation is for, or null when it has been used, has run out or never was. */
export async function invitationFor(
  token: string,
): Promise<{ accountId: string; login: string; name: string } | null> {
  const account = { disabledAt: null, person: { isNot: null } }
  const found = await db.invitation.findFirst({
    where: { ...liveToken(token, 'join'), account },
    select: { account: { select: { person: { select: { accountId: true, login: true, name: true } } } } },
  })
  return found?.account?.person ?? null
}

/** Takes up an invitation with a password of one's own; once. */
export async function acceptInvitation(
  token: string,
  input: { password: string },
): Promise<{ login: string }> {
  const invited = await invitationFor(token)
  if (!invited) throw linkGone()
  const { accountId, login } = invited
  const passwordHash = await hashPassword(input.password, login)
  await db.$transaction(async (tx) => {
    await useUp(tx, token, 'join')
    await tx.person.update({ where: { accountId }, data: { passwordHash, passwordChangedAt: new Date() } })
    await endAllSessions(accountId, { tx })
    await recordAudit(tx, { actorId: accountId, action: 'account.joined', subjectId: accountId })
  })
  return { login }
}

/** The login in its one spelling, or a refusal that says what a login is. */
export function validLogin(text: string): string {
  const login = normaliseLogin(text)
  const expected = 'letters and digits, also . _ - + @, up to 100'
  if (!login) throw new UserError('invalid', `A login has ${expected}.`, { fields: { login: expected } })
  return login
}

export function loginTaken(): UserError {
  return new UserError('conflict', 'This login is taken.', { fields: { login: 'one that nobody has' } })
}

function liveToken(token: string, purpose: 'set_up' | 'join') {
  return { tokenHash: hashToken(token), purpose, usedAt: null, expiresAt: { gt: new Date() } }
}

async function useUp(tx: Transaction, token: string, purpose: 'set_up' | 'join'): Promise<void> {
  const { count } = await tx.invitation.updateMany({
    where: liveToken(token, purpose),
    data: { usedAt: new Date() },
  })
  if (count !== 1) throw linkGone()
}

function linkGone(): UserError {
  return new UserError('gone', 'This link has been used or has run out.')
}
