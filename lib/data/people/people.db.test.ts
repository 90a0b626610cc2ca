import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { acceptInvitation, findLogin, sessionHolder, startSession } from '@/lib/data/accounts'
import { db } from '@/lib/data/db'
import { operator } from '@/lib/server/operator'
import type { Actor } from '@/lib/domain/people/actor'
import { invitePerson, renewInvitation } from './invitations'
import { disablePerson, enablePerson, erasePerson } from './lifecycle'
import { people } from './people'
import { ownProfile, updateOwnProfile } from './profile'
import { organizationIdFor } from './organizations'

const password = 'correct horse battery'
const freshLogin = () => `test-${randomUUID()}`
const tokenOf = (link: string) => link.split('/invite/')[1] ?? ''

async function joined(role: 'rater' | 'admin' = 'rater') {
  const invited = await invitePerson(await operator(), { login: freshLogin(), role })
  await acceptInvitation(tokenOf(invited.invitation), { password })
  return invited
}

async function rowOf(id: string) {
  return (await people(await operator())).find((row) => row.id === id)
}

// The only cast: tests of the data layer have no request to take an actor from.
const actorOf = (id: string) => ({ id }) as Actor

describe('inviting', () => {
  it('makes an account with a link that is valid for a week', async () => {
    const login = freshLogin()
    const affiliations = ['Test Lab', 'ＴＥＳＴ  lab']
    const input = {
      login: login.toUpperCase(),
      role: 'rater',
      languages: ['zh-cn', 'en', 'en'],
      skills: ['law'],
      affiliations,
    } as const
    const invited = await invitePerson(await operator(), {
      ...input,
      languages: [...input.languages],
      skills: [...input.skills],
    })
    expect(invited).toMatchObject({ login, role: 'rater' })
    expect(Date.parse(invited.expiresAt) - Date.now()).toBeGreaterThan(6.9 * 24 * 3600_000)
    const row = await rowOf(invited.id)
    expect(row).toMatchObject({
      login,
      state: 'invited',
      languages: ['zh-CN', 'en'],
      skills: ['law'],
      ratings: 0,
      lastRatingAt: null,
    })
    await acceptInvitation(tokenOf(invited.invitation), { password })
    expect((await rowOf(invited.id))?.state).toBe('active')
  })

  it('gives a login to one person only, however it is spelled and whoever is first', async () => {
    const login = freshLogin()
    const admin = await operator()
    const spellings = [login, login.toUpperCase(), login.replace('test', 'ｔｅｓｔ')]
    const tries = await Promise.allSettled(
      spellings.map((spelling) => invitePerson(admin, { login: spelling, role: 'rater' })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
  })

  it('can be renewed, which ends the older link', async () => {
    const invited = await invitePerson(await operator(), { login: freshLogin(), role: 'inspector' })
    const renewed = await renewInvitation(await operator(), invited.login)
    await expect(acceptInvitation(tokenOf(invited.invitation), { password })).rejects.toMatchObject({
      code: 'gone',
    })
    expect(await acceptInvitation(tokenOf(renewed.invitation), { password })).toEqual({
      login: invited.login,
    })
  })
})

describe('disabling', () => {
  it('takes effect at once, and enabling lets sign in again', async () => {
    const { id, login } = await joined()
    const sessionId = await startSession(id)
    await disablePerson(await operator(), login)
    expect(await sessionHolder(sessionId)).toBeNull()
    expect((await findLogin(login))?.passwordHash).toBeNull()
    await enablePerson(await operator(), login)
    expect(await sessionHolder(sessionId)).toBeNull()
    expect((await findLogin(login))?.passwordHash).not.toBeNull()
  })

  it('of somebody unknown is refused', async () => {
    await expect(disablePerson(await operator(), freshLogin())).rejects.toMatchObject({ code: 'not_found' })
  })

  it('leaves one admin, also when two are disabled at once', async () => {
    await db.account.updateMany({ where: { role: 'admin' }, data: { disabledAt: new Date() } })
    const [one, other] = [await joined('admin'), await joined('admin')]
    const admin = await operator()
    const tries = await Promise.allSettled([disablePerson(admin, one.login), erasePerson(admin, other.login)])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('erasing', () => {
  it('forgets the person and keeps the account', async () => {
    const { id, login } = await joined()
    await updateOwnProfile(actorOf(id), {
      name: 'Somebody',
      languages: [],
      skills: [],
      affiliations: [{ organization: 'Test Lab', since: null, until: null }],
    })
    const sessionId = await startSession(id)
    await erasePerson(await operator(), login)
    expect(await sessionHolder(sessionId)).toBeNull()
    expect(await findLogin(login)).toBeNull()
    expect(await rowOf(id)).toMatchObject({ state: 'erased', login: null, name: null, affiliations: [] })
    const trail = await db.auditEntry.findMany({ where: { subjectId: id } })
    expect(JSON.stringify(trail.map(({ action, detail }) => [action, detail]))).not.toContain(login)
    expect((await invitePerson(await operator(), { login, role: 'rater' })).id).not.toBe(id)
  })
})

describe('a profile', () => {
  it('keeps the day on which an affiliation was declared', async () => {
    const { id } = await joined()
    const profile = { name: 'Somebody', languages: ['zh'], skills: [] }
    const lab = { organization: 'Test Lab', since: '2025-01-01', until: null }
    await updateOwnProfile(actorOf(id), { ...profile, affiliations: [lab] })
    const before = (await ownProfile(actorOf(id))).affiliations
    await updateOwnProfile(actorOf(id), {
      ...profile,
      affiliations: [lab, { ...lab, organization: 'Other Lab' }],
    })
    const after = (await ownProfile(actorOf(id))).affiliations
    expect(after[0]).toEqual(before[0])
    expect(after).toHaveLength(2)
    await updateOwnProfile(actorOf(id), { ...profile, affiliations: [] })
    const actions = await db.auditEntry.findMany({
      where: { subjectId: id, action: { startsWith: 'affiliation.' } },
      orderBy: { sequence: 'asc' },
    })
    expect(actions.map(({ action }) => action.split('.')[1])).toEqual([
      'declared',
      'declared',
      'withdrawn',
      'withdrawn',
    ])
  })

  it('finds one organization under every spelling', async () => {
    const name = `Lab ${randomUUID()}`
    const spellings = [name, ` ${name.toUpperCase()} `, name.replace(' ', '　')]
    const ids = await Promise.all(
      spellings.map((spelling) => db.$transaction((tx) => organizationIdFor(tx, spelling))),
    )
    expect(new Set(ids).size).toBe(1)
  })
})
