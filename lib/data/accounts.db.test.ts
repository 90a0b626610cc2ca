import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  acceptInvitation,
  endSession,
  findLogin,
  operatorAccount,
  replacePassword,
  sessionHolder,
  simulatedAccount,
  startSession,
} from './accounts'
import { db } from './db'
import { hashPassword, isPassword } from './passwords'
import { freshToken } from './tokens'

const password = 'correct horse battery'

async function somebody(role: 'rater' | 'admin' = 'rater') {
  const login = `test-${randomUUID()}`
  const person = { create: { login, name: 'Somebody', passwordHash: await hashPassword(password, login) } }
  const { id } = await db.account.create({ data: { role, person } })
  return { id, login }
}

async function invited(expiresAt = new Date(Date.now() + 60_000)) {
  const login = `test-${randomUUID()}`
  const { token, tokenHash } = freshToken()
  const account = { create: { role: 'rater' as const, person: { create: { login, name: 'Invited' } } } }
  const invitation = await db.invitation.create({ data: { purpose: 'join', tokenHash, expiresAt, account } })
  return { login, token, accountId: invitation.accountId ?? '' }
}

describe('a session', () => {
  it('has a holder until it ends', async () => {
    const { id } = await somebody()
    const sessionId = await startSession(id)
    expect(await sessionHolder(sessionId)).toEqual({ id, role: 'rater' })
    await endSession(sessionId)
    expect(await sessionHolder(sessionId)).toBeNull()
  })

  it('has none at the next look once the account is disabled', async () => {
    const { id } = await somebody()
    const sessionId = await startSession(id)
    await db.account.update({ where: { id }, data: { disabledAt: new Date() } })
    expect(await sessionHolder(sessionId)).toBeNull()
  })

  it('has none once it has run out', async () => {
    const { id } = await somebody()
    const past = { createdAt: new Date(Date.now() - 2000), expiresAt: new Date(Date.now() - 1000) }
    const session = await db.session.create({ data: { accountId: id, ...past } })
    expect(await sessionHolder(session.id)).toBeNull()
  })

  it('ends with a new password, but for the one that asked', async () => {
    const { id, login } = await somebody()
    const [here, elsewhere] = [await startSession(id), await startSession(id)]
    const known = await findLogin(login)
    if (!known) throw new Error('unknown')
    await replacePassword(known, 'another horse battery', here)
    expect(await sessionHolder(here)).not.toBeNull()
    expect(await sessionHolder(elsewhere)).toBeNull()
  })
})

describe('an invitation', () => {
  it('is taken up once, also under a double click', async () => {
    const { login, token } = await invited()
    const clicks = await Promise.allSettled([
      acceptInvitation(token, { password }),
      acceptInvitation(token, { password }),
    ])
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(acceptInvitation(token, { password })).rejects.toMatchObject({ code: 'gone' })
    expect(await isPassword((await findLogin(login))?.passwordHash ?? null, password)).toBe(true)
  })

  it('is gone when it has run out, and when nobody made it', async () => {
    const { token } = await invited(new Date(Date.now() - 1))
    await expect(acceptInvitation(token, { password })).rejects.toMatchObject({ code: 'gone' })
    await expect(acceptInvitation('nobody-made-this', { password })).rejects.toMatchObject({ code: 'gone' })
  })

  it('stays open when the chosen password is too easy', async () => {
    const { token, login } = await invited()
    await expect(acceptInvitation(token, { password: 'short' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(acceptInvitation(token, { password: login.toUpperCase() })).rejects.toMatchObject({
      code: 'invalid',
    })
    expect(await acceptInvitation(token, { password })).toEqual({ login })
  })
})

describe('accounts without a person', () => {
  it('there is one operator, however many ask at once', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => operatorAccount()))
    expect(new Set(ids).size).toBe(1)
  })

  it('a rater made of code is told from a person', async () => {
    const { id } = await db.account.create({ data: { role: 'rater', simulated: true } })
    expect(await simulatedAccount(id)).toBe(id)
    await expect(simulatedAccount((await somebody()).id)).rejects.toThrow('no simulated rater')
  })
})

describe('a login', () => {
  it('is found under every spelling that means the same', async () => {
    const { id, login } = await somebody()
    await db.person.update({ where: { accountId: id }, data: { login: `${login}@lab.example` } })
    const fullwidth = `${login.toUpperCase().replace('TEST', 'ＴＥＳＴ')}＠lab.example`
    expect((await findLogin(fullwidth))?.accountId).toBe(id)
    expect((await findLogin(` ${login}﹫lab.example `))?.accountId).toBe(id)
  })

  it('that is none finds nobody and breaks nothing', async () => {
    for (const text of ['', ' ', '\u0000', '\ud800', "' OR 1=1 --", 'a'.repeat(10_000)]) {
      expect(await findLogin(text)).toBeNull()
    }
  })
})
